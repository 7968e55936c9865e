import { valueError } from '../../values/errors.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { str } from '../../values/print.ts';
import { truth } from '../../values/truth.ts';
import type { Value } from '../../values/value.ts';
import { encodingOf } from './text-encodings.ts';

function encode(value: Value, encoding: Value, urlSafe: Value): string {
  const text = encodingOf(str(encoding)).encode(str(value)).toString('base64');
  return truth(urlSafe) ? text.replaceAll('+', '-').replaceAll('/', '_') : text;
}

function decode(value: Value, encoding: Value, urlSafe: Value): string {
  const text = truth(urlSafe) ? str(value).replaceAll('-', '+').replaceAll('_', '/') : str(value);
  return encodingOf(str(encoding)).decode(Buffer.from(digitsOf(text), 'base64'));
}

/** What is no digit is left out, as Python does; where the digits end, they have to be padded. */
function digitsOf(text: string): string {
  let digits = '';
  let padding = 0;
  for (const character of text.match(/[A-Za-z0-9+/=]/g) ?? []) {
    if (character !== '=') {
      digits += character;
      padding = 0;
    } else if (digits.length % 4 >= 2 && (digits.length % 4) + ++padding === 4) return digits;
  }
  if (digits.length % 4 === 1)
    throw valueError(
      `Invalid base64-encoded string: number of data characters (${digits.length}) cannot be 1 more than a multiple of 4`,
    );
  if (digits.length % 4 !== 0) throw valueError('Incorrect padding');
  return digits;
}

export const encodeFilters: Record<string, PythonFunction> = {
  b64encode: fn(
    "b64encode(string, encoding='utf-8', urlsafe=False)",
    (_call, value: Value, encoding: Value, urlSafe: Value) => encode(value, encoding, urlSafe),
  ),
  b64decode: fn(
    "b64decode(string, encoding='utf-8', urlsafe=False)",
    (_call, value: Value, encoding: Value, urlSafe: Value) => decode(value, encoding, urlSafe),
  ),
};
