import { characterAt } from './code-points.ts';
import { Dict } from './dict.ts';
import { DictView } from './dict-view.ts';
import { Instance } from './instance.ts';
import { Markup } from './markup.ts';
import { positionOf } from './position.ts';
import { Tuple } from './tuple.ts';
import type { Value } from './value.ts';

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
  if (key instanceof DictView) return key.part === 'values';
  return !(key instanceof Tuple) || key.items.every(isHashable);
}
