import type { Call } from '../../runtime/call.ts';
import { Markup } from '../../values/markup.ts';
import { str } from '../../values/print.ts';
import { Undefined } from '../../values/undefined.ts';
import type { Value } from '../../values/value.ts';

/** Takes what a filter looks at from an item. */
export type Pick = (item: Value) => Value;

/**
 * Follows an attribute such as `address.0.port`: names and indexes between dots. None is the item itself.
 *
 * @param fallback - For what is undefined on the way; None: there is none.
 */
export function attributePath(call: Call, attribute: Value, fallback: Value = null): Pick {
  const steps = stepsOf(attribute);
  return (item) => {
    let value = item;
    for (const step of steps) {
      value = call.item(value, step);
      if (fallback !== null && value instanceof Undefined) value = fallback;
    }
    return value;
  };
}

/** As {@link attributePath}, for what items are put in order by: ansible-core has to know it of each of them. */
export function keyPath(call: Call, attribute: Value, fallback: Value = null): Pick {
  const path = attributePath(call, attribute, fallback);
  if (call.profile !== 'ansible') return path;
  return (item) => {
    const key = path(item);
    if (key instanceof Undefined && key.isStrict) throw key.error();
    return key;
  };
}

function stepsOf(attribute: Value): Value[] {
  if (attribute === null) return [];
  if (!isText(attribute)) return [attribute];
  return str(attribute)
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** Several paths between commas, as `sort` takes them. */
export function attributePaths(call: Call, attribute: Value): Pick[] {
  if (!isText(attribute)) return [keyPath(call, attribute)];
  return str(attribute)
    .split(',')
    .map((path) => keyPath(call, path));
}

const isText = (value: Value): boolean => typeof value === 'string' || value instanceof Markup;
