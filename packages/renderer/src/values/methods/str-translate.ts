import { characters } from '../code-points.ts';
import { Dict } from '../dict.ts';
import { PythonError, typeError, valueError } from '../errors.ts';
import { getItem } from '../item.ts';
import type { Value } from '../value.ts';
import { textArgument, textOf } from './arguments.ts';

/** Python's `translate()`: what a table has for a code point, `None` for nothing. */
export function translated(text: string, table: Value): string {
  return characters(text)
    .map((character) => {
      const found = getItem(table, codeOf(character));
      return found === undefined ? character : replacement(found);
    })
    .join('');
}

function replacement(found: Value): string {
  if (found === null) return '';
  if (typeof found === 'number') return fromCode(found);
  const text = textOf(found);
  if (text === undefined) throw typeError('character mapping must return integer, None or str');
  return text;
}

function fromCode(code: number): string {
  if (code < 0 || code > 0x10ffff) throw valueError('character mapping must be in range(0x110000)');
  return String.fromCodePoint(code);
}

/** Python's `str.maketrans()`: of a dictionary, or of texts of the same length, and of what is dropped. */
export function translationTable(given: Value, to: Value, dropped: Value): Dict {
  if (to === null) return tableOfDict(given);
  const from = characters(textArgument(given, 'maketrans() argument 1'));
  const others = characters(textArgument(to, 'maketrans() argument 2'));
  if (from.length !== others.length) {
    throw valueError('the first two maketrans arguments must have equal length');
  }
  const table = new Dict();
  from.forEach((character, index) => {
    table.set(codeOf(character), codeOf(others[index] ?? ''));
  });
  if (dropped === null) return table;
  for (const character of textArgument(dropped, 'maketrans() argument 3')) table.set(codeOf(character), null);
  return table;
}

function tableOfDict(given: Value): Dict {
  if (!(given instanceof Dict)) {
    throw typeError('if you give only one argument to maketrans it must be a dict');
  }
  const table = new Dict();
  for (const [key, value] of given.entries()) table.set(codeOfKey(key), value);
  return table;
}

function codeOfKey(key: Value): Value {
  if (typeof key === 'number') return key;
  const text = textOf(key);
  if (text === undefined) throw typeError('keys in translate table must be strings or integers');
  if (characters(text).length !== 1) throw valueError('string keys in translate table must be of length 1');
  return codeOf(text);
}

const codeOf = (character: string): number => character.codePointAt(0) ?? 0;

export function encodeRefused(): never {
  throw new PythonError('NotSupported', 'there are no bytes here: encode() is not supported');
}
