import type { Call } from '../../runtime/call.ts';
import { Dict } from '../../values/dict.ts';
import { typeError, valueError } from '../../values/errors.ts';
import { escaped } from '../../values/escape.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { isIterable, listOf } from '../../values/iterate.ts';
import { Markup } from '../../values/markup.ts';
import { repr, str } from '../../values/print.ts';
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
};

function urlEncode(value: Value): string {
  if (typeof value === 'string' || value instanceof Markup || !isIterable(value))
    return quoteUrl(str(value), '/');
  const pairs = value instanceof Dict ? [...value.entries()] : listOf(value).map(pairOf);
  const quoted = (part: Value): string => quoteUrl(str(part), '').replaceAll('%20', '+');
  return pairs.map(([key, item]) => `${quoted(key)}=${quoted(item)}`).join('&');
}

function pairOf(value: Value): readonly [Value, Value] {
  if (!isIterable(value)) throw typeError(`cannot unpack non-iterable ${typeName(value)} object`);
  const [key, item, ...more] = listOf(value);
  if (more.length > 0) throw valueError('too many values to unpack (expected 2)');
  if (key !== undefined && item !== undefined) return [key, item];
  throw valueError(`not enough values to unpack (expected 2, got ${key === undefined ? 0 : 1})`);
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

/** What would end the name of an attribute. */
const ENDS_NAME = /[\t-\r />=]/;

function xmlAttributes(call: Call, given: Value, autospace: Value): Value {
  if (given instanceof Undefined) throw given.error();
  if (!(given instanceof Dict)) throw typeError(`'${typeName(given)}' object has no attribute 'items'`);
  const parts: string[] = [];
  for (const [key, value] of given.entries()) {
    if (value instanceof Undefined && value.isStrict && call.profile === 'ansible') throw value.error();
    if (value === null || value instanceof Undefined) continue;
    if (typeof key !== 'string' && !(key instanceof Markup))
      throw typeError(`expected string or bytes-like object, got '${typeName(key)}'`);
    if (ENDS_NAME.test(str(key))) throw valueError(`Invalid character in attribute name: ${repr(key)}`);
    parts.push(`${escaped(key)}="${escaped(value)}"`);
  }
  const text = `${truth(autospace) && parts.length > 0 ? ' ' : ''}${parts.join(' ')}`;
  return call.autoescape ? new Markup(text) : text;
}
