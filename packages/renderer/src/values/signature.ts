import type { Call } from '../runtime/call.ts';
import { typeError } from './errors.ts';
import { isBuiltin, missing, refusedByBuiltin, tooMany } from './signature-errors.ts';
import { type Parameter, parseSignature, type Signature } from './signature-parse.ts';
import type { Named, Value } from './value.ts';

type Body = (call: Call, ...args: never[]) => Value;
type Bound = (call: Call, args: readonly Value[], named?: Named) => Value;

/** Returns a function that gives its arguments to the body by a signature, as Python does. */
export function bind(text: string, body: Body): Bound {
  let signature: Signature | undefined;
  return (call, args, named) => {
    // Most functions of the library are not called by a template: their signatures are not read.
    signature ??= parseSignature(text);
    return body(call, ...(spread(signature, args, named) as never[]));
  };
}

function spread(signature: Signature, args: readonly Value[], named: Named = NONE): readonly unknown[] {
  const { positional, namedOnly, rest, restNamed } = signature;
  if (isBuiltin(signature) && (named.size > 0 || args.length > positional.length)) {
    throw refusedByBuiltin(signature, args, named.size > 0);
  }
  if (named.size > 0) assertNames(signature, args.length, named);
  if (args.length > positional.length && !rest) throw tooMany(signature, args.length, named);
  if (named.size > 0 || rest || restNamed || namedOnly.length > 0) return spreadAll(signature, args, named);
  return args.length === positional.length ? args : withFallbacks(signature, args);
}

const NONE: Named = new Map();

/** Each name is that of a parameter, of one that has no value yet. */
function assertNames({ name, ...signature }: Signature, given: number, named: Named): void {
  const { positional, unnamed, namedOnly, restNamed } = signature;
  for (const key of named.keys()) {
    const place = positional.findIndex((parameter, index) => index >= unnamed && parameter.name === key);
    if (place !== -1 && place < given) throw typeError(`${name}() got multiple values for argument '${key}'`);
    if (place === -1 && !restNamed && !namedOnly.some((parameter) => parameter.name === key))
      throw typeError(`${name}() got an unexpected keyword argument '${key}'`);
  }
}

function withFallbacks(signature: Signature, args: readonly Value[]): Value[] {
  const values = args.slice();
  for (let index = args.length; index < signature.positional.length; index++) {
    const fallback = signature.positional[index]?.fallback;
    if (fallback === undefined) throw missing(signature, args, new Map());
    values.push(fallback);
  }
  return values;
}

function spreadAll(signature: Signature, args: readonly Value[], named: Named): unknown[] {
  const { positional, unnamed, namedOnly, rest, restNamed } = signature;
  const left = new Map(named);
  const take = (parameter: Parameter, isNamed = true): Value => {
    const given = isNamed ? named.get(parameter.name) : undefined;
    // A None that was given is given.
    const value = given === undefined ? parameter.fallback : given;
    if (value === undefined) throw missing(signature, args, named);
    if (given !== undefined) left.delete(parameter.name);
    return value;
  };
  const values: unknown[] = positional.map((parameter, index) =>
    index < args.length ? args[index] : take(parameter, index >= unnamed),
  );
  if (rest) values.push(args.slice(positional.length));
  for (const parameter of namedOnly) values.push(take(parameter));
  if (restNamed) values.push(left);
  return values;
}
