import { type AnsibleConfig, configPath, inHome } from '../ansible/config.ts';
import type { Entries } from '../variables/layers.ts';
import { unresolvedIn } from '../variables/layers.ts';
import { shellWords } from '../variables/shell-words.ts';

/** How a command is run on a host: the program here, with arguments. */
export type Connection =
  | { readonly ok: true; readonly file: string; readonly arguments: readonly string[] }
  | { readonly ok: false; readonly reason: string };

/** What a connection is made of beside the inventory. */
export interface Surroundings {
  readonly config: AnsibleConfig;
  /** The path of ansible.cfg: what it names lies below its folder. */
  readonly configFile: string;
  /** Whether this process is root's: nothing has to be become then on this machine. */
  readonly isRoot: boolean;
}

/** Seconds, as Ansible's own. */
const TIMEOUT = '10';

/**
 * How to run a command on a host of the inventory as Ansible would: with its variables, and with ansible.cfg.
 *
 * @param host - Its name in the inventory.
 * @param entries - The variables that the host gets.
 * @param command - The words of the command.
 */
export function connectionTo(
  host: string,
  entries: Entries,
  command: readonly string[],
  surroundings: Surroundings,
): Connection {
  const settings = settingsOf(entries, surroundings.config);
  const unreadable = settings.unresolved();
  if (unreadable !== undefined)
    return refused(`${unreadable} holds Jinja or a vaulted value, which only Ansible can read`);
  const kind = settings.of('connection', 'defaults.transport') ?? 'ssh';
  if (!['ssh', 'smart', 'local'].includes(kind))
    return refused(`ansible_connection is ${kind}; a plan knows ssh and local`);
  if (kind === 'ssh' && settings.of('password', '') !== undefined)
    return refused('ansible_password is set; a plan asks for no password and sends none, it needs a key');
  const user =
    kind === 'local'
      ? surroundings.isRoot
        ? 'root'
        : undefined
      : settings.of('user', 'defaults.remote_user');
  const become = becoming(settings, user);
  if (!become.ok) return become;
  const words = [...become.arguments, ...command];
  if (kind === 'local') {
    const [file = '', ...rest] = words;
    return { ok: true, file, arguments: rest };
  }
  const target = settings.of('host', '') ?? host;
  const options = sshOptions(settings, user, surroundings);
  return { ok: true, file: 'ssh', arguments: [...options, '--', target, words.map(quoted).join(' ')] };
}

function refused(reason: string): Connection {
  return { ok: false, reason: `${reason}; compare with the last deployment instead: nodeport plan --last` };
}

/** The words before a command that make it root's. */
function becoming(settings: Settings, user: string | undefined): Connection {
  const wanted = settings.of('become', 'privilege_escalation.become') ?? 'false';
  if (!/^(true|yes|1|on)$/i.test(wanted) || user === 'root') return { ok: true, file: '', arguments: [] };
  const method = settings.of('become_method', 'privilege_escalation.become_method') ?? 'sudo';
  if (method !== 'sudo') return refused(`ansible_become_method is ${method}; a plan knows sudo`);
  const other = settings.of('become_user', 'privilege_escalation.become_user') ?? 'root';
  return { ok: true, file: '', arguments: ['sudo', '-n', ...(other === 'root' ? [] : ['-u', other])] };
}

function sshOptions(
  settings: Settings,
  user: string | undefined,
  { config, configFile }: Surroundings,
): string[] {
  const named = config.get('defaults.private_key_file');
  const key = settings.of('private_key_file', '') ?? (named && configPath(named, configFile));
  const port = settings.of('port', 'defaults.remote_port');
  const words = [
    ['ssh_args', 'ssh_connection.ssh_args'],
    ['ssh_common_args', 'ssh_connection.ssh_common_args'],
    ['ssh_extra_args', 'ssh_connection.ssh_extra_args'],
  ].flatMap(([name = '', key = '']) => shellWords(settings.of(name, key) ?? '').map(({ text }) => text));
  const unchecked = /^(false|no|0|off)$/i.test(
    settings.of('host_key_checking', 'defaults.host_key_checking') ?? '',
  );
  return [
    // Nobody answers a question: it becomes an error that says what to do.
    ...['-o', 'BatchMode=yes', '-o', `ConnectTimeout=${config.get('defaults.timeout') ?? TIMEOUT}`],
    ...(unchecked ? ['-o', 'StrictHostKeyChecking=no'] : []),
    ...(port === undefined ? [] : ['-p', port]),
    ...(user === undefined ? [] : ['-l', user]),
    ...(key === undefined ? [] : ['-i', inHome(key)]),
    ...words,
  ];
}

interface Settings {
  /** A variable `ansible_NAME`, or under its older name `ansible_ssh_NAME`; otherwise what ansible.cfg has. */
  readonly of: (name: string, key: string) => string | undefined;
  /** The first of the variables that cannot be read here. */
  readonly unresolved: () => string | undefined;
}

const VARIABLES =
  /^ansible_(ssh_)?(connection|password|pass|host|port|user|private_key_file|args|common_args|extra_args|host_key_checking|become|become_method|become_user)$/;

function settingsOf(entries: Entries, config: AnsibleConfig): Settings {
  const given = (name: string) => {
    const value = entries.get(name)?.value;
    return value === undefined || value === null || value === '' ? undefined : String(value);
  };
  return {
    of: (name, key) =>
      given(`ansible_${name}`) ??
      given(`ansible_ssh_${name}`) ??
      (name === 'password' ? given('ansible_ssh_pass') : undefined) ??
      config.get(key),
    unresolved: () =>
      [...entries].find(([name, entry]) => VARIABLES.test(name) && unresolvedIn(name, entry).length > 0)?.[0],
  };
}

/** A word as a shell on the host takes it for one. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
