import { type PythonError, typeError } from './errors.ts';
import type { Parameter, Signature } from './signature-parse.ts';
import { typeName } from './type-name.ts';
import type { Value } from './value.ts';

const isRequired = ({ fallback }: Parameter): boolean => fallback === undefined;

/** What is written in C says it with other words: nothing of it has a name. */
export function isBuiltin({ positional, unnamed }: Signature): boolean {
  return unnamed > 0 && unnamed === positional.length;
}

const counted = (count: number, kind: string): string => `${count} ${kind} argument${count === 1 ? '' : 's'}`;

/** More arguments than there are parameters. */
export function tooMany(
  { name, positional, namedOnly }: Signature,
  given: number,
  named: ReadonlyMap<string, Value>,
): PythonError {
  const least = positional.filter(isRequired).length;
  const most = positional.length;
  const range = least === most ? String(most) : `from ${least} to ${most}`;
  const own = most - 1;
  // Methods are written in C: what they belong to does not count.
  if (positional[0]?.name === 'self')
    return typeError(`${name}() takes at most ${own} argument${own === 1 ? '' : 's'} (${given - 1} given)`);
  const others = namedOnly.filter((parameter) => named.has(parameter.name)).length;
  const are = given === 1 && others === 0 ? 'was' : 'were';
  const all =
    others === 0 ? given : `${counted(given, 'positional')} (and ${counted(others, 'keyword-only')})`;
  return typeError(
    `${name}() takes ${range} positional argument${most === 1 ? '' : 's'} but ${all} ${are} given`,
  );
}

export function missing(
  signature: Signature,
  args: readonly Value[],
  named: ReadonlyMap<string, Value>,
): PythonError {
  if (isBuiltin(signature)) return refusedByBuiltin(signature, args, false);
  const { name, positional, namedOnly } = signature;
  const isMissing = (parameter: Parameter): boolean =>
    isRequired(parameter) && named.get(parameter.name) === undefined;
  const places = positional.slice(args.length).filter(isMissing);
  const kind = places.length > 0 ? 'positional' : 'keyword-only';
  const names = (places.length > 0 ? places : namedOnly.filter(isMissing)).map(
    (parameter) => `'${parameter.name}'`,
  );
  const s = names.length === 1 ? '' : 's';
  return typeError(`${name}() missing ${names.length} required ${kind} argument${s}: ${listed(names)}`);
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  if (names.length < 3) return names.join(' and ');
  return `${names.slice(0, -1).join(', ')}, and ${last}`;
}

export function refusedByBuiltin(
  { name, positional }: Signature,
  args: readonly Value[],
  hasNamed: boolean,
): PythonError {
  const [receiver = null] = args;
  const isMethod = positional[0]?.name === 'self';
  const own = isMethod ? 1 : 0;
  const full = isMethod ? `${typeName(receiver)}.${name}` : name;
  if (hasNamed) return typeError(`${full}() takes no keyword arguments`);
  const least = positional.filter(isRequired).length - own;
  const most = positional.length - own;
  const given = args.length - own;
  if (most === 0) return typeError(`${full}() takes no arguments (${given} given)`);
  if (least === 1 && most === 1) return typeError(`${full}() takes exactly one argument (${given} given)`);
  const bound = given < least ? least : most;
  const how = least === most ? '' : given < least ? 'at least ' : 'at most ';
  return typeError(`${name} expected ${how}${bound} argument${bound === 1 ? '' : 's'}, got ${given}`);
}
