import type { Finding } from './diagnostic.ts';
import { synonyms } from './generated/variables.ts';
import { meant } from './nearest.ts';
import { formatPath } from './path.ts';
import { knownVariables } from './variables.ts';

/** Names that look like variables of the role and are none. Other names are somebody else's. */
export function unknownVariables(variables: Record<string, unknown>): Finding[] {
  return Object.keys(variables)
    .filter((name) => !knownVariables.includes(name))
    .map((name) => ({ name, near: meant(name, knownVariables, (known) => synonyms[known] ?? []) }))
    .filter(({ name, near }) => name.startsWith('haproxy_') || near !== undefined)
    .map(({ name, near }) => ({
      code: 'unknown-variable',
      message: `${formatPath([name])} is no variable of the role haproxy`,
      path: [name],
      part: 'key',
      hint: near ? `did you mean ${near}?` : `take it out, or use one of ${knownVariables.join(', ')}`,
      ...(near !== undefined && { replacement: near }),
    }));
}
