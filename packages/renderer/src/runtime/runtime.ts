import {
  add,
  divide,
  floorDivide,
  modulo,
  multiply,
  negate,
  positive,
  power,
  subtract,
} from '../values/arithmetic.ts';
import { contains, equals, greaterOrEqual, greaterThan, lessOrEqual, lessThan } from '../values/compare.ts';
import { Dict } from '../values/dict.ts';
import { PythonError, type PythonErrorType, typeError, valueError } from '../values/errors.ts';
import { escaped } from '../values/escape.ts';
import { Float } from '../values/float.ts';
import { generator } from '../values/generator.ts';
import { iterate, listOf } from '../values/iterate.ts';
import { literal } from '../values/literals.ts';
import { Markup } from '../values/markup.ts';
import { Namespace } from '../values/namespace.ts';
import { str } from '../values/print.ts';
import { truth } from '../values/truth.ts';
import { Tuple } from '../values/tuple.ts';
import { typeName } from '../values/type-name.ts';
import { Undefined } from '../values/undefined.ts';
import type { Value } from '../values/value.ts';
import { append, type Buffer, captured, nothing, print } from './buffer.ts';
import type { Context } from './context.ts';
import type { Environment } from './environment.ts';
import { invoke } from './invoke.ts';
import { attributeOf, itemOf, sliceOf } from './lookup.ts';
import { Loop } from './loop.ts';
import { type Accepts, Macro } from './macro.ts';

/** What the code of a template is written with. */
export function runtimeOf(environment: Environment): object {
  return {
    ...OPERATIONS,
    filter: (name: string) => lazily(() => environment.filter(name)),
    test: (name: string) => lazily(() => environment.test(name)),
  };
}

const OPERATIONS = {
  add,
  append,
  attribute: attributeOf,
  captured,
  compareAll,
  concat,
  dict: (entries: [Value, Value][]) => Dict.of(entries),
  divide,
  each: (value: Value): Iterable<Value> => (Array.isArray(value) ? value : iterate(value)),
  equals,
  error: (type: PythonErrorType, message: string) => new PythonError(type, message),
  filtered,
  float: (value: number) => new Float(value),
  floorDivide,
  invoke,
  joined,
  // Its operands in the order that they are worked out in.
  isIn: (value: Value, container: Value) => contains(container, value),
  item: itemOf,
  greaterOrEqual,
  greaterThan,
  lessOrEqual,
  lessThan,
  literal,
  loop: (context: Context, items: Value, depth: number, again?: (items: Value, depth: number) => Buffer) =>
    new Loop(context, items, depth, again),
  macro: (context: Context, name: string | null, parameters: string[], accepts: Accepts, body: () => Value) =>
    new Macro(context, name, parameters, accepts, body),
  modulo,
  multiply,
  named,
  negate,
  nothing,
  positive,
  power,
  print,
  setAttribute,
  slice: (_context: Context, object: Value, start: Value, stop: Value, step: Value) =>
    sliceOf(object, start, stop, step),
  spread: listOf,
  str,
  subtract,
  truth,
  tuple: (items: Value[]) => new Tuple(items),
  unpack,
};

/** A filter that no branch reaches need not be there. */
function lazily(find: () => (...args: never[]) => Value): (...args: never[]) => Value {
  let found: ((...args: never[]) => Value) | undefined;
  return (...args) => {
    found ??= find();
    return found(...args);
  };
}

/** `a < b <= c`: each value is asked for once, and only as long as the comparisons hold. */
function compareAll(values: (() => Value)[], steps: ((a: Value, b: Value) => boolean)[]): boolean {
  let left = values[0]?.() ?? null;
  return steps.every((step, index) => {
    const right = values[index + 1]?.() ?? null;
    const holds = step(left, right);
    left = right;
    return holds;
  });
}

/** `a ~ b`: all of them are known before one becomes text. */
function joined(...parts: readonly Value[]): string {
  let text = '';
  for (const part of parts) text += str(part);
  return text;
}

/** `a ~ b` where something may have to be escaped: safe once a part of it is. */
function concat(context: Context, parts: readonly Value[]): Value {
  const isSafe = context.autoescape && parts.some((part) => part instanceof Markup);
  return isSafe ? new Markup(parts.map(escaped).join('')) : parts.map(str).join('');
}

/** What passes the test of a loop is found as the loop goes on: its body may change what is gone through. */
function filtered(items: Value, passes: (item: Value) => boolean): Value {
  function* found(): Generator<Value> {
    for (const item of iterate(items)) if (passes(item)) yield item;
  }
  return generator('loop_filter_func', found());
}

function named(given: [string, Value][], spread?: Value): Map<string, Value> {
  const result = new Map(given);
  if (spread === undefined) return result;
  if (spread instanceof Undefined) throw spread.error();
  if (!(spread instanceof Dict))
    throw typeError(`argument after ** must be a mapping, not ${typeName(spread)}`);
  for (const [key, value] of spread.entries()) {
    const name = key instanceof Markup ? key.text : key;
    if (typeof name !== 'string') throw typeError('keywords must be strings');
    if (result.has(name)) throw typeError(`got multiple values for keyword argument '${name}'`);
    result.set(name, value);
  }
  return result;
}

function setAttribute(object: Value, name: string, value: Value): void {
  if (!(object instanceof Namespace)) {
    throw new PythonError('TemplateRuntimeError', 'cannot assign attribute on non-namespace object');
  }
  object.set(name, value);
}

function unpack(value: Value, count: number): readonly Value[] {
  const items = listOf(value);
  if (items.length > count) throw valueError(`too many values to unpack (expected ${count})`);
  if (items.length < count) {
    throw valueError(`not enough values to unpack (expected ${count}, got ${items.length})`);
  }
  return items;
}
