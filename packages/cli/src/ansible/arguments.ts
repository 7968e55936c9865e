/** What some arguments of ansible-playbook mean for us. */
export interface PlaybookArguments {
  readonly inventories: readonly string[];
  readonly extraVars: readonly string[];
  readonly check: boolean;
  /** Its own output is what the user asked for: -v, --diff, --step. */
  readonly output: boolean;
  /** It only lists or checks something and deploys nothing: --list-tasks, --syntax-check. */
  readonly lists: boolean;
}

/** The options of ansible-playbook that take a value. */
const VALUED = new Map([
  ['-i', 'inventory'],
  ['-e', 'extra-vars'],
  ...['-l', '-t', '-u', '-c', '-T', '-f', '-M'].map((flag): [string, string] => [flag, flag]),
]);
const VALUED_LONG = [
  'inventory',
  'inventory-file',
  'extra-vars',
  'limit',
  'tags',
  'skip-tags',
  'user',
  'connection',
  'timeout',
  'forks',
  'module-path',
  'become-method',
  'become-user',
  'become-password-file',
  'become-pass-file',
  'connection-password-file',
  'conn-pass-file',
  'private-key',
  'key-file',
  'scp-extra-args',
  'sftp-extra-args',
  'ssh-common-args',
  'ssh-extra-args',
  'start-at-task',
  'vault-id',
  'vault-password-file',
  'vault-pass-file',
];

/** Reads arguments as ansible-playbook's argparse does: `-i x`, `-ix`, `-Ci x`, `--inventory x`, `--inventory=x`. */
export function readArguments(given: readonly string[]): PlaybookArguments {
  const options = [...split(given)];
  const values = (...names: string[]) =>
    options.flatMap(({ name, value }) => (names.includes(name) && value) || []);
  const has = (...names: string[]) => options.some(({ name }) => names.includes(name));
  return {
    inventories: values('inventory', 'inventory-file'),
    extraVars: values('extra-vars'),
    check: has('-C', 'check'),
    output: has('-v', 'verbose', '-D', 'diff', 'step'),
    lists: has('list-hosts', 'list-tasks', 'list-tags', 'syntax-check', '-h', 'help', 'version'),
  };
}

function* split(given: readonly string[]): Generator<{ name: string; value?: string }> {
  const rest = [...given];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') return;
    if (word.startsWith('--')) {
      const [name = '', value] = word.slice(2).split(/=(.*)/s);
      const takes = VALUED_LONG.includes(name) && value === undefined;
      yield { name, value: takes ? (rest.shift() ?? '') : (value ?? '') };
    } else if (word.startsWith('-')) {
      yield* short(word.slice(1), rest);
    }
  }
}

/** Flags may share a dash; the first that takes a value takes the rest of the word, or the next word. */
function* short(letters: string, rest: string[]): Generator<{ name: string; value?: string }> {
  for (const [index, letter] of [...letters].entries()) {
    const name = VALUED.get(`-${letter}`);
    if (name !== undefined) {
      yield { name, value: letters.slice(index + 1) || (rest.shift() ?? '') };
      return;
    }
    yield { name: `-${letter}` };
  }
}
