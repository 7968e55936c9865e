import type { Entries } from './layers.ts';
import type { Entry, Path } from './scope.ts';

/** A line that begins with a variable's path, as the role's messages do: `haproxy_tcp_backends[2].port: …`. */
const BEGINNING = /^(haproxy_\w+)((?:\.\w+|\[\d+\])*)(?=[:\s])/;

/** Whether a line is about a variable: it begins with its path. */
export function isAboutVariable(line: string): boolean {
  return BEGINNING.test(line);
}

/**
 * A line with the place of the variable that it begins with: `haproxy_tcp_backends[2].port: … (group_vars/all.yaml:12)`.
 * It stays as it is where nobody knows the place.
 *
 * @param entries - The variables as the host gets them.
 */
export function withPlace(line: string, entries: Entries): string {
  const [, name = '', rest = ''] = BEGINNING.exec(line) ?? [];
  const entry = entries.get(name);
  const path = [...rest.matchAll(/\.(\w+)|\[(\d+)\]/g)].map(([, key, index]) => key ?? Number(index));
  // The role's defaults are not the operator's to change.
  if (!entry || /(^|\/)defaults\/main\.ya?ml$/.test(entry.source.file)) return line;
  const { source, path: at } = entry;
  const { start } = source.locate([...at, ...deepest(entry, path)], 'value');
  return `${line} (${source.file}:${start.line})`;
}

/** The part of a path that the value has: what is missing is missing in what is around it. */
function deepest({ value }: Entry, path: Path): Path {
  const found: Path = [];
  let inner: unknown = value;
  for (const step of path) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, step)) return found;
    inner = (inner as Readonly<Record<string | number, unknown>>)[step];
    found.push(step);
  }
  return found;
}
