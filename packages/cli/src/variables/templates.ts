import { VaultString } from '@nodeport-haproxy/ansible-yaml';
import {
  type Failure,
  plainVariables,
  templatedVariables,
  undefinedValue,
  Verbatim,
  workedOut,
} from '@nodeport-haproxy/renderer';
import { defaults } from '@nodeport-haproxy/schema';
import type { Rendered, Templates } from './judge.ts';
import { type Entries, unresolvedIn } from './layers.ts';
import { isMapping } from './mapping.ts';
import type { Problem } from './problem.ts';
import type { Entry, Path } from './scope.ts';

/** Renders the templates in variables, as far as that can be known before a host is asked. */
export function templates(): Templates {
  const left = new Set<string>();
  const done = new Set<string>();
  const hasFailed = (path: Path, failures: readonly Failure[]): boolean =>
    failures.some((failure) => overlap(path, failure.path));
  return {
    of(entries) {
      const variables = templatedVariables(plainVariables(valuesOf(entries)), {});
      return (name, entry) => {
        const found = workedOut(variables, name) ?? { value: '', failures: [] };
        for (const path of unresolvedIn(name, entry))
          (hasFailed(path.slice(1), found.failures) ? left : done).add(placeOf(entry, path.slice(1)));
        return rendered(name, entry, found.value, found.failures);
      };
    },
    isLeft(entry, [, ...path]) {
      const place = placeOf(entry, path);
      return left.has(place) || !done.has(place);
    },
  };
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

function rendered(name: string, entry: Entry, value: unknown, failures: readonly Failure[]): Rendered {
  return {
    value,
    unresolved: failures.map(({ path }) => [name, ...path]),
    problems: failures.flatMap((failure) => problemOf(name, entry, failure) ?? []),
  };
}

/** What is certainly wrong. A name, a filter or a lookup may be there where Ansible runs. */
function problemOf(name: string, { source, path }: Entry, failure: Failure): Problem | undefined {
  const { kind, message, hint, missing } = failure;
  const range = source.locate([...path, ...failure.path], 'value');
  const where = [name, ...failure.path].join('.');
  const place = { file: source.file, range };
  if (kind === 'syntax' && !/^No (filter|test) named/.test(message))
    return {
      code: 'malformed-template',
      message: `${where}: ${message}`,
      hint: hint ?? 'mend the template',
      ...place,
    };
  if (kind !== 'undefined' || missing === undefined || hint === undefined || isOfHost(missing))
    return undefined;
  return { severity: 'warning', code: 'undefined-name', message: `${where}: ${message}`, hint, ...place };
}

/** Facts, and what Ansible itself sets. */
const isOfHost = (name: string): boolean =>
  /^(ansible_.*|inventory_.*|playbook_dir|role_.*|group_names|groups|hostvars|play_hosts|environment|vars)$/.test(
    name,
  );
