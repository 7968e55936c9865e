import type { Call } from '../../runtime/call.ts';
import { getAttribute } from '../../values/access.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { generator } from '../../values/generator.ts';
import { iterate } from '../../values/iterate.ts';
import { repr, str } from '../../values/print.ts';
import { truth } from '../../values/truth.ts';
import { typeName } from '../../values/type-name.ts';
import { Undefined } from '../../values/undefined.ts';
import type { Named, Value } from '../../values/value.ts';
import { attributePath, type Pick } from './attribute-path.ts';
import { filterError } from './filter-error.ts';

export const selectionFilters: Record<string, PythonFunction> = {
  attr: fn('attr(obj, name)', (call, object: Value, name: Value) => {
    if (object instanceof Undefined && !object.isChainable) throw object.error();
    const word = str(name);
    return (
      getAttribute(object, word) ??
      call.undefined(`'${typeName(object)} object' has no attribute ${repr(word)}`)
    );
  }),
  map: fn('map(value, *args, **kwargs)', map),
  select: selection('select', true, false),
  reject: selection('reject', false, false),
  selectattr: selection('selectattr', true, true),
  rejectattr: selection('rejectattr', false, true),
};

function map(call: Call, value: Value, args: Value[], given: Map<string, Value>): Value {
  const change =
    args.length === 0 && given.has('attribute') ? byAttribute(call, given) : byFilter(call, args, given);
  return generator('sync_do_map', truth(value) ? changed(value, change) : []);
}

function byAttribute(call: Call, named: Map<string, Value>): Pick {
  const attribute = named.get('attribute') ?? null;
  const fallback = named.get('default') ?? null;
  const unknown = [...named.keys()].find((name) => name !== 'attribute' && name !== 'default');
  if (unknown !== undefined) throw filterError(`Unexpected keyword argument ${repr(unknown)}`);
  return attributePath(call, attribute, fallback);
}

function byFilter(call: Call, [name, ...args]: Value[], named: Named): Pick {
  if (name === undefined) throw filterError('map requires a filter argument');
  const filter = call.filter(str(name));
  return (item) => filter(call, [item, ...args], named);
}

function* changed(values: Value, change: Pick): Iterable<Value> {
  for (const value of iterate(values)) yield change(value);
}

function selection(name: string, isKept: boolean, hasAttribute: boolean): PythonFunction {
  return fn(`${name}(value, *args, **kwargs)`, (call, value: Value, args: Value[], named: Named) => {
    const passes = testOf(call, args, named, hasAttribute);
    return generator(
      `select_or_reject`,
      truth(value) ? passing(value, (item) => passes(item) === isKept) : [],
    );
  });
}

/** What an item has to pass: a test by its name, or being true. */
function testOf(call: Call, args: Value[], named: Named, hasAttribute: boolean): (item: Value) => boolean {
  const [attribute] = args;
  if (hasAttribute && attribute === undefined) throw filterError('Missing parameter for attribute name');
  const pick: Pick = hasAttribute ? attributePath(call, attribute ?? null) : (item) => item;
  const [name, ...rest] = hasAttribute ? args.slice(1) : args;
  if (name === undefined) return (item) => truth(pick(item));
  const test = call.test(str(name));
  return (item) => truth(test(call, [pick(item), ...rest], named));
}

function* passing(values: Value, passes: (item: Value) => boolean): Iterable<Value> {
  for (const value of iterate(values)) if (passes(value)) yield value;
}
