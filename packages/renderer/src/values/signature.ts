import type { Call } from '../runtime/call.ts';
import { typeError } from './errors.ts';
import { Float } from './float.ts';
import type { Named, Value } from './value.ts';

type Body = (call: Call, ...args: never[]) => Value;
type Bound = (call: Call, args: readonly Value[], named?: Named) => Value;

interface Parameter {
  readonly name: string;
  /** Absent: it has to be given. */
  readonly fallback?: Value;
}

interface Signature {
  readonly name: string;
  readonly positional: readonly Parameter[];
  /** How many of these, before `/`, have no name for callers. */
  readonly unnamed: number;
  /** After `*` or `*args`. */
  readonly namedOnly: readonly Parameter[];
  readonly rest: boolean;
  readonly restNamed: boolean;
}

/** Returns a function that gives its arguments to the body by a signature, as Python does. */
export function bind(text: string, body: Body): Bound {
  let signature: Signature | undefined;
  return (call, args, named) => {
    // Most functions of the library are not called by a template: their signatures are not read.
    signature ??= parse(text);
    return body(call, ...(spread(signature, args, named) as never[]));
  };
}

function spread(signature: Signature, args: readonly Value[], named: Named | undefined): unknown[] {
  const { positional, unnamed, namedOnly, rest, restNamed, name } = signature;
  if (args.length > positional.length && !rest) {
    const count = `${positional.length} positional argument${positional.length === 1 ? '' : 's'}`;
    throw typeError(`${name}() takes ${count} but ${args.length} were given`);
  }
  const left = new Map(named);
  const values: unknown[] = positional.map((parameter, index) => {
    if (index >= args.length) return take(signature, parameter, index < unnamed ? new Map() : left);
    if (index >= unnamed && left.has(parameter.name))
      throw typeError(`${name}() got multiple values for argument '${parameter.name}'`);
    return args[index];
  });
  if (rest) values.push(args.slice(positional.length));
  for (const parameter of namedOnly) values.push(take(signature, parameter, left));
  if (restNamed) values.push(left);
  else
    for (const unknown of left.keys())
      throw typeError(`${name}() got an unexpected keyword argument '${unknown}'`);
  return values;
}

function take({ name }: Signature, parameter: Parameter, left: Map<string, Value>): Value {
  const given = left.get(parameter.name);
  left.delete(parameter.name);
  if (given !== undefined) return given;
  if (parameter.fallback === undefined)
    throw typeError(`${name}() missing 1 required positional argument: '${parameter.name}'`);
  return parameter.fallback;
}

function parse(text: string): Signature {
  const open = text.indexOf('(');
  const parts = text.slice(open + 1, text.lastIndexOf(')')).match(/(?:'[^']*'|[^,'])+/g) ?? [];
  const words = parts.map((part) => part.trim()).filter(Boolean);
  const star = words.findIndex((word) => /^\*(?!\*)/.test(word));
  const slash = Math.max(0, words.indexOf('/'));
  const plain = words.filter((word) => !word.startsWith('*') && word !== '/');
  const before = star === -1 ? plain.length : words.slice(0, star).filter((word) => word !== '/').length;
  return {
    name: text.slice(0, open),
    positional: plain.slice(0, before).map(parameter),
    unnamed: slash,
    namedOnly: plain.slice(before).map(parameter),
    rest: star !== -1 && words[star] !== '*',
    restNamed: words.some((word) => word.startsWith('**')),
  };
}

function parameter(word: string): Parameter {
  const [name = '', fallback] = word.split(/=(.*)/s);
  return fallback === undefined ? { name } : { name, fallback: literal(fallback) };
}

function literal(text: string): Value {
  if (text === 'None') return null;
  if (text === 'True' || text === 'False') return text === 'True';
  if (/^'.*'$/s.test(text)) return text.slice(1, -1).replaceAll('\\n', '\n').replaceAll('\\t', '\t');
  return text.includes('.') ? new Float(Number(text)) : Number(text);
}
