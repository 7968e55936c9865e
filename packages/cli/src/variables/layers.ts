import { BALANCERS, type Entry, type Path, type Scope, type Target } from './scope.ts';

type Entries = ReadonlyMap<string, Entry>;

/** The variables of one target over those that lie below them, as a host would get them. */
export interface Layered extends Target {
  readonly entries: Entries;
}

/**
 * Puts what each target sets over the role's defaults and over what all hosts get, and extra variables on top.
 * What a host or a play sets also goes over the balancers' group, because the role runs on that group.
 *
 * @param scopes - In the order in which Ansible reads them: of two scopes for one target, the later wins.
 */
export function layer(scopes: readonly Scope[]): Layered[] {
  const targets = new Map<string, Target & { entries: Entries }>();
  for (const { level, name, entries } of scopes) {
    const key = `${level} ${name}`;
    targets.set(key, { level, name, entries: over(targets.get(key)?.entries, entries) });
  }
  const entriesOf = (level: string, name = '') =>
    [...targets.values()]
      .filter((target) => target.level === level && (!name || target.name === name))
      .map((target) => target.entries);
  const ground = over(...entriesOf('defaults'), ...entriesOf('all'));
  const group = over(ground, ...entriesOf('group', BALANCERS));
  const top = over(...entriesOf('extra'));
  return [...targets.values()].map(({ level, name, entries }) => {
    const below = level === 'host' || level === 'play' ? group : ground;
    return { level, name, entries: over(level === 'defaults' ? undefined : below, entries, top) };
  });
}

function over(...layers: readonly (Entries | undefined)[]): Entries {
  return new Map(layers.flatMap((entries) => [...(entries ?? [])]));
}

/** Values by name. */
export function valuesOf(entries: Entries): Record<string, unknown> {
  return Object.fromEntries([...entries].map(([name, { value }]) => [name, value]));
}

/** The places in a variable, its name first, whose value only Ansible can know. */
export function unresolvedIn(name: string, { source, path }: Entry): Path[] {
  return source.unresolved
    .filter((place) => path.every((step, index) => place[index] === step))
    .map((place) => [name, ...place.slice(path.length)]);
}
