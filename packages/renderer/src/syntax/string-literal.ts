// What an escape stands for is what Python's codec `unicode_escape` says.

import { characterByName } from './character-by-name.ts';

const SIMPLE: ReadonlyMap<string, string> = new Map([
  ['\n', ''],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);

/** A code in octal, a code in `\x`, `\u` or `\U`, a name in `\N`, or a character. */
const ESCAPE = /\\(?:([0-7]{1,3})|(x[\da-fA-F]{0,2}|u[\da-fA-F]{0,4}|U[\da-fA-F]{0,8})|N(\{[^}]+\})|(.))/gsu;

const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Where a string ends whose quote is at an offset; undefined if it does not. */
export function stringEnd(text: string, at: number): number | undefined {
  const special = text[at] === "'" ? /['\\]/g : /["\\]/g;
  special.lastIndex = at + 1;
  for (let found = special.exec(text); found; found = special.exec(text)) {
    if (found[0] !== '\\') return special.lastIndex;
    special.lastIndex++;
  }
  return undefined;
}

/**
 * Reads the escapes of a string, given without its quotes.
 *
 * @param fail - Told what is wrong with an escape, in Python's words.
 */
export function unescaped(text: string, fail: (message: string) => never): string {
  if (!text.includes('\\')) return text;
  return text.replace(ESCAPE, (_all, octal?: string, code?: string, name?: string, other?: string) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    if (code !== undefined) return byCode(code, fail);
    if (name !== undefined) return byName(name.slice(1, -1), fail);
    if (other === 'N') return fail('malformed \\N character escape');
    return SIMPLE.get(other ?? '') ?? `\\${inAscii(other ?? '')}`;
  });
}

function byCode(written: string, fail: (message: string) => never): string {
  const kind = written.charAt(0);
  const digits = HEX_DIGITS[kind] ?? 0;
  if (written.length <= digits) return fail(`truncated \\${kind}${'X'.repeat(digits)} escape`);
  const code = Number.parseInt(written.slice(1), 16);
  if (code > 0x10ffff) return fail('illegal Unicode character');
  // Python keeps the halves of a pair apart, and cannot write them: JavaScript would join them.
  if (code >= 0xd800 && code < 0xe000) return fail('surrogates not allowed');
  return String.fromCodePoint(code);
}

function byName(name: string, fail: (message: string) => never): string {
  return (
    characterByName(name) ?? fail(`unknown Unicode character name '${name}': give its code, with \\u or \\U`)
  );
}

/** Jinja2 writes what is not ASCII as an escape before it reads escapes: a backslash before it takes effect on that. */
function inAscii(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return character;
  const hex = code.toString(16);
  if (code < 0x100) return `x${hex}`;
  return code < 0x10000 ? `u${hex.padStart(4, '0')}` : `U${hex.padStart(8, '0')}`;
}
