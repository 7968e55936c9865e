import { getAttribute, getItem } from '../values/access.ts';
import { Dict } from '../values/dict.ts';
import { Markup } from '../values/markup.ts';
import { repr } from '../values/print.ts';
import { slice } from '../values/slice.ts';
import { truth } from '../values/truth.ts';
import { typeName } from '../values/type-name.ts';
import { TypeObject } from '../values/type-object.ts';
import { Undefined } from '../values/undefined.ts';
import type { Value } from '../values/value.ts';
import type { Call } from './call.ts';

/** `object.name`: an attribute, then an item, then undefined. */
export function attributeOf(call: Call, object: Value, name: string): Value {
  const found = getAttribute(object, name);
  if (found !== undefined) return found;
  const known = introspected(call, object, name);
  if (known !== undefined) return known;
  if (object instanceof Undefined) return ofUndefined(object);
  const item = itemWithin(object, name);
  return item === undefined ? absent(call, object, name) : item;
}

/** `object[key]`: an item, then an attribute, then undefined. */
export function itemOf(call: Call, object: Value, key: Value): Value {
  if (object instanceof Undefined) return ofUndefined(object);
  // A dictionary has to hash its key.
  if (key instanceof Undefined && key.isStrict && (call.profile === 'ansible' || object instanceof Dict))
    throw key.error();
  const found = itemWithin(object, key);
  if (found !== undefined) return found;
  const attribute = typeof key === 'string' ? getAttribute(object, key) : undefined;
  return attribute === undefined ? absent(call, object, key) : attribute;
}

export function sliceOf(object: Value, start: Value, stop: Value, step: Value): Value {
  if (object instanceof Undefined) return ofUndefined(object);
  return slice(object, start, stop, step);
}

/** The little that Jinja2's templates can see of Python itself; Ansible's see nothing of it. */
function introspected(call: Call, object: Value, name: string): Value | undefined {
  if (call.profile === 'ansible') return undefined;
  if (name === '__class__') return new TypeObject(typeName(object));
  return name === '_undefined_name' && object instanceof Undefined
    ? (object.missing?.name ?? null)
    : undefined;
}

function itemWithin(object: Value, key: Value): Value | undefined {
  return object instanceof Dict && typeof key === 'string' ? object.get(key) : getItem(object, key);
}

function ofUndefined(value: Undefined): Value {
  if (value.isChainable) return value;
  throw value.error();
}

/** What there is where there is no such attribute or item. */
export function absent(call: Call, object: Value, key: Value): Undefined {
  const name = key instanceof Markup ? key.text : key;
  const missing = typeof name === 'string' ? { name, known: () => keysOf(object) } : undefined;
  // Where a key is nothing, as 0 is, ansible-core leaves Jinja2's own words.
  if (call.profile === 'ansible' && truth(key)) {
    return call.undefined(`object of type '${typeName(object)}' has no attribute ${repr(key)}`, missing);
  }
  const what = object === null ? 'None' : `${qualifiedName(object)} object`;
  if (missing === undefined) return call.undefined(`${what} has no element ${repr(key)}`);
  return call.undefined(`'${what}' has no attribute ${repr(key)}`, missing);
}

/** Where Jinja2 has its own types. */
const MODULES: Readonly<Record<string, string>> = {
  BlockReference: 'jinja2.runtime',
  Cycler: 'jinja2.utils',
  Joiner: 'jinja2.utils',
  Markup: 'markupsafe',
  LoopContext: 'jinja2.runtime',
  Macro: 'jinja2.runtime',
  Namespace: 'jinja2.utils',
  TemplateModule: 'jinja2.environment',
  TemplateReference: 'jinja2.runtime',
  datetime: 'datetime',
  timedelta: 'datetime',
  _GroupTuple: 'jinja2.filters',
};

function qualifiedName(value: Value): string {
  const name = typeName(value);
  const module = MODULES[name];
  return module === undefined ? name : `${module}.${name}`;
}

function keysOf(object: Value): string[] {
  return object instanceof Dict ? [...object.keys()].filter((key) => typeof key === 'string') : [];
}
