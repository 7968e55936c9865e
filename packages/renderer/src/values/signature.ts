import type { Call } from '../runtime/call.ts';
import { typeError } from './errors.ts';
import { isBuiltin, missing, refusedByBuiltin, tooMany } from './signature-errors.ts';
import { parseSignature, type Signature } from './signature-parse.ts';
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

function spread(signature: Signature, args: readonly Value[], named: Named | undefined): readonly unknown[] {
  const { positional, namedOnly, rest, restNamed } = signature;
  const hasNamed = named !== undefined && named.size > 0;
  if (isBuiltin(signature) && (hasNamed || args.length > positional.length)) {
    throw refusedByBuiltin(signature, args, hasNamed);
  }
  if (args.length > positional.length && !rest) throw tooMany(signature, args.length);
  if (hasNamed || rest || restNamed || namedOnly.length > 0)
    return spreadAll(signature, args, new Map(named));
  if (args.length === positional.length) return args;
  return withFallbacks(signature, args);
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

function spreadAll(signature: Signature, args: readonly Value[], left: Map<string, Value>): unknown[] {
  const { name, positional, unnamed, namedOnly, rest, restNamed } = signature;
  const take = (parameter: Signature['positional'][number], isNamed = true): Value => {
    const given = isNamed ? left.get(parameter.name) : undefined;
    // A None that was given is given.
    const value = given === undefined ? parameter.fallback : given;
    if (value === undefined) throw missing(signature, args, left);
    if (given !== undefined) left.delete(parameter.name);
    return value;
  };
  const values: unknown[] = positional.map((parameter, index) => {
    if (index >= args.length) return take(parameter, index >= unnamed);
    if (index >= unnamed && left.has(parameter.name))
      throw typeError(`${name}() got multiple values for argument '${parameter.name}'`);
    return args[index];
  });
  if (rest) values.push(args.slice(positional.length));
  for (const parameter of namedOnly) values.push(take(parameter));
  if (restNamed) values.push(left);
  else
    for (const unknown of left.keys())
      throw typeError(`${name}() got an unexpected keyword argument '${unknown}'`);
  return values;
}
