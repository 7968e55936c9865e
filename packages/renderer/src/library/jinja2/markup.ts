import { writeJson } from '../../json/write.ts';
import type { Call } from '../../runtime/call.ts';
import { Dict } from '../../values/dict.ts';
import { typeError, valueError } from '../../values/errors.ts';
import { escaped } from '../../values/escape.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { isIterable, listOf } from '../../values/iterate.ts';
import { Markup } from '../../values/markup.ts';
import { str } from '../../values/print.ts';
import { truth } from '../../values/truth.ts';
import { typeName } from '../../values/type-name.ts';
import { Undefined } from '../../values/undefined.ts';
import type { Value } from '../../values/value.ts';
import { withoutTags } from './strip-tags.ts';

const escapeFilter = fn('escape(s)', (_call, value: Value) => new Markup(escaped(value)));

export const markupFilters: Record<string, PythonFunction> = {
  escape: escapeFilter,
  e: escapeFilter,
  forceescape: fn('forceescape(value)', (_call, value: Value) => new Markup(escaped(str(value)))),
  safe: fn('safe(value)', (_call, value: Value) => new Markup(str(value))),
  striptags: fn('striptags(value)', (_call, value: Value) => withoutTags(str(value))),
  urlencode: fn('urlencode(value)', (_call, value: Value) => urlEncode(value)),
  xmlattr: fn('xmlattr(d, autospace=True)', xmlAttributes),
  tojson: fn('tojson(value, indent=None)', toJson),
};

function urlEncode(value: Value): string {
  if (typeof value === 'string' || value instanceof Markup || !isIterable(value))
    return quoteUrl(str(value), '/');
  const pairs = value instanceof Dict ? [...value.entries()] : listOf(value).map(pairOf);
  return pairs
    .map(
      ([key, item]) =>
        `${quoteUrl(str(key), '').replaceAll('%20', '+')}=${quoteUrl(str(item), '').replaceAll('%20', '+')}`,
    )
    .join('&');
}

function pairOf(value: Value): readonly [Value, Value] {
  const [key = null, item = null] = listOf(value);
  return [key, item];
}

/** Python's `urllib.parse.quote`: letters, digits and `_.-~` stay, and what is called safe. */
export function quoteUrl(text: string, safe: string): string {
  return [...Buffer.from(text, 'utf8')]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      const stays = byte < 128 && (/[\w.~-]/.test(character) || safe.includes(character));
      return stays ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}

function xmlAttributes(call: Call, given: Value, autospace: Value): Value {
  if (!(given instanceof Dict)) throw typeError(`'${typeName(given)}' object has no attribute 'items'`);
  const parts = [...given.entries()]
    .filter(([, value]) => value !== null && !(value instanceof Undefined))
    .map(([key, value]) => {
      const name = str(key);
      if (/[\s/>=]/.test(name)) throw valueError(`Invalid character in attribute name: '${name}'`);
      return `${escaped(key)}="${escaped(value)}"`;
    });
  const text = parts.join(' ');
  const result = text !== '' && truth(autospace) ? ` ${text}` : text;
  return call.autoescape ? new Markup(result) : result;
}

/** Characters that would end a script in HTML are written as escapes. */
const UNSAFE = /[<>&']/g;

function toJson(call: Call, value: Value, indent: Value): Value {
  const kwargs = call.policies.get('json.dumps_kwargs');
  const sortKeys = kwargs instanceof Dict ? truth(kwargs.get('sort_keys') ?? false) : true;
  const text = writeJson(value, {
    sortKeys,
    indent: indent === null ? undefined : typeof indent === 'number' ? ' '.repeat(indent) : str(indent),
    itemSeparator: indent === null ? ', ' : ',',
    keySeparator: ': ',
    ascii: true,
    allowNan: true,
  });
  const hex = (character: string): string => `\\u00${character.charCodeAt(0).toString(16)}`;
  return new Markup(text.replace(UNSAFE, hex));
}
