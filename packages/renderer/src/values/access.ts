import { characterAt } from './code-points.ts';
import { Dict } from './dict.ts';
import { Float } from './float.ts';
import { Instance } from './instance.ts';
import { Markup } from './markup.ts';
import { dictMethods } from './methods/dict.ts';
import { listMethods } from './methods/list.ts';
import { markupMethods } from './methods/markup.ts';
import { type Methods, methodOf } from './methods/method.ts';
import { floatAttribute, floatMethods, integerAttribute, integerMethods } from './methods/number.ts';
import { strMethods } from './methods/str.ts';
import { tupleMethods } from './methods/tuple.ts';
import { integral } from './numeric.ts';
import { positionOf } from './position.ts';
import { Tuple } from './tuple.ts';
import type { Value } from './value.ts';

/** `object.name`: a method or an attribute of its type; undefined where there is none. */
export function getAttribute(value: Value, name: string): Value | undefined {
  const methods = methodsOf(value);
  const method = methods?.get(name);
  if (method) return methodOf(method, value);
  if (value instanceof Instance) return value.attribute(name);
  if (value instanceof Float) return floatAttribute(value, name);
  const int = integral(value);
  return int === undefined ? undefined : integerAttribute(int, name);
}

/** `object[key]`; undefined where there is no such item, or where there are no items at all. */
export function getItem(value: Value, key: Value): Value | undefined {
  if (Array.isArray(value)) return itemAt(value, key);
  if (value instanceof Dict) return isHashable(key) ? value.get(key) : undefined;
  if (typeof value === 'string') return characterOf(value, key);
  if (value instanceof Tuple) return itemAt(value.items, key);
  if (value instanceof Markup) {
    const character = characterOf(value.text, key);
    return character === undefined ? undefined : new Markup(character);
  }
  return value instanceof Instance ? value.item(key) : undefined;
}

function methodsOf(value: Value): Methods | undefined {
  switch (typeof value) {
    case 'string':
      return strMethods;
    case 'number':
    case 'bigint':
    case 'boolean':
      return integerMethods;
    default:
      break;
  }
  if (value instanceof Dict) return dictMethods;
  if (Array.isArray(value)) return listMethods;
  if (value instanceof Tuple) return tupleMethods;
  if (value instanceof Markup) return markupMethods;
  return value instanceof Float ? floatMethods : undefined;
}

function itemAt(items: readonly Value[], key: Value): Value | undefined {
  const position = positionOf(key, items.length);
  return position === undefined ? undefined : items[position];
}

function characterOf(text: string, key: Value): string | undefined {
  if (typeof key === 'number') return characterAt(text, key);
  return typeof key === 'boolean' ? characterAt(text, Number(key)) : undefined;
}

/** What cannot be a key is found in no dictionary. */
function isHashable(key: Value): boolean {
  if (Array.isArray(key) || key instanceof Dict) return false;
  return !(key instanceof Tuple) || key.items.every(isHashable);
}
