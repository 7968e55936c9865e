import type { Call } from '../../runtime/call.ts';
import { absent } from '../../runtime/lookup.ts';
import { getAttribute } from '../../values/access.ts';
import { PythonError, typeError } from '../../values/errors.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { generator } from '../../values/generator.ts';
import { iterate } from '../../values/iterate.ts';
import { Markup } from '../../values/markup.ts';
import { repr, str } from '../../values/print.ts';
import { truth } from '../../values/truth.ts';
import { typeName } from '../../values/type-name.ts';
import { Undefined } from '../../values/undefined.ts';
import type { Named, Value } from '../../values/value.ts';
import { attributePath, type Pick } from './attribute-path.ts';
import { filterError } from './filter-error.ts';

export const selectionFilters: Record<string, PythonFunction> = {
  attr: fn('attr(obj, name)', attribute),
  map: fn('map(value, *args, **kwargs)', (call, value: Value, args: Value[], named: Named) =>
    generator('sync_do_map', mapped(call, value, args, named)),
  ),
  select: selection('select', true, false),
  reject: selection('reject', false, false),
  selectattr: selection('selectattr', true, true),
  rejectattr: selection('rejectattr', false, true),
};

function attribute(call: Call, object: Value, name: Value): Value {
  if (object instanceof Undefined && !object.isChainable) throw object.error();
  if (name instanceof Undefined && name.isStrict) throw name.error();
  if (typeof name !== 'string' && !(name instanceof Markup))
    throw typeError(`attribute name must be string, not '${typeName(name)}'`);
  const known = getAttribute(object, str(name));
  return known === undefined ? absent(call, object, name) : known;
}

function* mapped(call: Call, value: Value, args: Value[], named: Named): Iterable<Value> {
  if (!truth(value)) return;
  const change =
    args.length === 0 && named.has('attribute') ? byAttribute(call, named) : byFilter(call, args, named);
  for (const item of iterate(value)) yield change(item);
}

function byAttribute(call: Call, named: Named): Pick {
  const unknown = [...named.keys()].find((name) => name !== 'attribute' && name !== 'default');
  if (unknown !== undefined) throw filterError(`Unexpected keyword argument ${repr(unknown)}`);
  return attributePath(call, named.get('attribute') ?? null, named.get('default') ?? null);
}

function byFilter(call: Call, [name, ...args]: Value[], named: Named): Pick {
  if (name === undefined) throw filterError('map requires a filter argument');
  const filter = call.filter(nameOf('filter', name));
  return (item) => filter(call, [item, ...args], named);
}

function nameOf(kind: 'filter' | 'test', name: Value): string {
  if (!(name instanceof Undefined) || name.isStrict) return str(name);
  const hint = `(${name.message}; did you forget to quote the callable name?)`;
  throw new PythonError('TemplateRuntimeError', `No ${kind} named ${repr(name)}. ${hint}`);
}

function selection(name: string, isKept: boolean, hasAttribute: boolean): PythonFunction {
  return fn(`${name}(value, *args, **kwargs)`, (call, value: Value, args: Value[], named: Named) => {
    const passes = (): Check => testOf(call, args, named, hasAttribute);
    return generator('select_or_reject', passing(value, passes, isKept));
  });
}

type Check = (item: Value) => boolean;

function* passing(value: Value, checked: () => Check, isKept: boolean): Iterable<Value> {
  if (!truth(value)) return;
  const passes = checked();
  for (const item of iterate(value)) if (passes(item) === isKept) yield item;
}

/** What an item has to pass: a test by its name, or being true. */
function testOf(call: Call, args: Value[], named: Named, hasAttribute: boolean): Check {
  const [path] = args;
  if (hasAttribute && path === undefined) throw filterError('Missing parameter for attribute name');
  const pick: Pick = hasAttribute ? attributePath(call, path ?? null) : (item) => item;
  const [name, ...rest] = hasAttribute ? args.slice(1) : args;
  if (name === undefined) return (item) => truth(pick(item));
  const test = call.test(nameOf('test', name));
  return (item) => truth(test(call, [pick(item), ...rest], named));
}
