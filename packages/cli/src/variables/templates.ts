import { VaultString } from '@nodeport-haproxy/ansible-yaml';
import {
  type Failure,
  hostVariables,
  plainVariables,
  templatedVariables,
  undefinedValue,
  type Variables,
  Verbatim,
  type WorkedOut,
  workedOut,
} from '@nodeport-haproxy/renderer';
import { defaults, formatPath } from '@nodeport-haproxy/schema';
import type { Around, Rendered, Templates } from './judge.ts';
import { type Entries, entriesIn, unresolvedIn, worldOf } from './layers.ts';
import { isMapping } from './mapping.ts';
import type { Problem } from './problem.ts';
import type { FileVariables } from './read-file.ts';
import { type Entry, isRoleVariable, type Path } from './scope.ts';
import type { World } from './world.ts';

/** The variables of a host with their templates rendered, where that can be done here. */
export function renderedFor(files: readonly FileVariables[], host: string | undefined): Entries {
  const world = worldOf(files, host);
  if (!world) return new Map();
  const entries = entriesIn(world, host);
  const render = templates(() => true).of(entries, { world, host });
  const withValue = (name: string, entry: Entry): Entry => {
    const { value, unresolved } = render(name, entry);
    const places = unresolved.map(([, ...rest]) => [...entry.path, ...rest]);
    return { ...entry, value, source: { ...entry.source, unresolved: places } };
  };
  return new Map(
    [...entries].map(([name, entry]) => {
      const isAsked = isRoleVariable(name) || name.startsWith('ansible_');
      return [name, isAsked && unresolvedIn(name, entry).length > 0 ? withValue(name, entry) : entry];
    }),
  );
}

type HostVars = ReturnType<typeof hostVariables>;

/**
 * Renders the templates in variables, as far as that can be known before a host is asked.
 *
 * @param maySet - Whether something that was not read may set a variable.
 */
export function templates(maySet: (name: string) => boolean): Templates {
  const hosts = new WeakMap<World, HostVars>();
  const left = new Set<string>();
  const done = new Set<string>();
  const hasFailed = (path: Path, failures: readonly Failure[]): boolean =>
    failures.some((failure) => overlap(path, failure.path));
  return {
    of(entries, around) {
      const variables = variablesOf(entries, around, hosts);
      return (name, entry) => {
        const found = workedOut(variables, name) ?? { value: '', failures: [] };
        for (const path of unresolvedIn(name, entry))
          (hasFailed(path.slice(1), found.failures) ? left : done).add(placeOf(entry, path.slice(1)));
        return rendered(name, entry, found, maySet);
      };
    },
    isLeft(entry, [, ...path]) {
      const place = placeOf(entry, path);
      return left.has(place) || !done.has(place);
    },
  };
}

/** A host's variables, with what Ansible itself says of the inventory where there is one. */
function variablesOf(
  entries: Entries,
  around: Around | undefined,
  known: WeakMap<World, HostVars>,
): Variables {
  const raw = plainVariables(valuesOf(entries));
  if (!around || around.world.inventory.hosts.length === 0) return templatedVariables(raw, {});
  const { world, host } = around;
  const { inventory } = world;
  const all =
    known.get(world) ??
    hostVariables(
      new Map(
        inventory.hosts.map((one) => [
          one,
          () => variablesOf(entriesIn(world, one), { world, host: one }, known),
        ]),
      ),
    );
  known.set(world, all);
  const ofHost = host !== undefined && {
    inventory_hostname: host,
    inventory_hostname_short: host.split('.')[0],
    group_names: inventory
      .groupsOf(host)
      ?.filter((name) => name !== 'all')
      .toSorted(),
  };
  const given = plainVariables({ groups: inventory.groups(), ...ofHost });
  return templatedVariables(
    raw,
    {},
    {
      get: (name) => (name === 'hostvars' ? all : given.get(name)),
      names: () => ['hostvars', ...given.names()],
    },
  );
}

const placeOf = ({ source, path }: Entry, rest: Path): string =>
  JSON.stringify([source.file, ...path, ...rest]);

/** Whether one of two places lies in the other. */
function overlap(one: Path, other: readonly (string | number)[]): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length).every((step, index) => step === other[index]);
}

function valuesOf(entries: Entries): Map<string, unknown> {
  const given = [...entries].map(([name, entry]): [string, unknown] => [name, marked(name, entry)]);
  return new Map([...Object.entries(defaults), ...given]);
}

/** Texts under `!unsafe` are no templates, and what is vaulted has no value that could be shown. */
function marked(name: string, { value, source, path }: Entry): unknown {
  const unsafe = new Set(source.unsafe.map((place) => JSON.stringify(place)));
  const walk = (item: unknown, at: Path): unknown => {
    if (item instanceof VaultString) return undefinedValue(`${name} is vaulted`);
    if (typeof item === 'string') return unsafe.has(JSON.stringify(at)) ? new Verbatim(item) : item;
    if (Array.isArray(item)) return item.map((one, index) => walk(one, [...at, index]));
    if (!isMapping(item)) return item;
    return new Map(Object.entries(item).map(([key, one]) => [key, walk(one, [...at, key])]));
  };
  return walk(value, path);
}

function rendered(
  name: string,
  entry: Entry,
  { value, failures }: WorkedOut,
  maySet: (name: string) => boolean,
): Rendered {
  return {
    value,
    unresolved: failures.map(({ path }) => [name, ...path]),
    problems: failures.flatMap((failure) => problemOf(name, entry, failure, maySet) ?? []),
  };
}

/** What is certainly wrong. A name, a filter or a lookup may be there where Ansible runs. */
function problemOf(
  name: string,
  { source, path }: Entry,
  failure: Failure,
  maySet: (name: string) => boolean,
): Problem | undefined {
  const { kind, message, hint, missing } = failure;
  const range = source.locate([...path, ...failure.path], 'value');
  const where = formatPath([name, ...failure.path]);
  const told = { message: `${where}: ${message.replace(/\.$/, '')}`, file: source.file, range };
  if (kind === 'syntax' && !/^No (filter|test) named/.test(message))
    return { code: 'malformed-template', hint: syntaxHint(message), ...told };
  if (kind !== 'undefined' || missing === undefined || isOfHost(missing)) return undefined;
  if (hint === undefined && maySet(missing)) return undefined;
  return {
    severity: 'warning',
    code: 'undefined-name',
    hint: hint ?? nameHint(message, missing),
    ...told,
  };
}

function syntaxHint(message: string): string {
  if (/end of template, expected 'end of print/.test(message)) return 'close it with }}';
  if (/end of template/.test(message))
    return 'close it: {% if %} needs {% endif %}, {% for %} needs {% endfor %}';
  if (/^unexpected 'end of print/.test(message)) return 'write what is missing before }}';
  return 'see "Template Designer Documentation" of Jinja';
}

function nameHint(message: string, missing: string): string {
  if (!message.endsWith(' is undefined'))
    return `correct the name ${missing}, or set it where it is looked for`;
  return `set ${missing} in group_vars; where -e sets it: # nodeport: ignore undefined-name`;
}

/** Facts, and what Ansible itself sets. */
const isOfHost = (name: string): boolean =>
  /^(ansible_.*|inventory_.*|playbook_dir|role_.*|group_names|groups|hostvars|play_hosts|environment|vars)$/.test(
    name,
  );
