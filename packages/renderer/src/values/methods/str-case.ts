import { characters, isAscii } from '../code-points.ts';

/** Python's `title()`: a letter after no letter is a capital, all others are small. */
export function titleCased(text: string): string {
  if (isAscii(text)) {
    return text.toLowerCase().replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase());
  }
  const small = lowerCharacters(text);
  let isInWord = false;
  const mapped = characters(text).map((character, index) => {
    const result = isInWord ? small[index] : titleOf(character);
    isInWord = /\p{Cased}/u.test(character);
    return result;
  });
  return mapped.join('');
}

/** Python's `capitalize()`. */
export function capitalized(text: string): string {
  if (isAscii(text)) return text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase();
  const [first = ''] = /^./su.exec(text) ?? [];
  return titleOf(first) + text.toLowerCase().slice(first.toLowerCase().length);
}

/** Python's `swapcase()`. */
export function swapCased(text: string): string {
  const small = lowerCharacters(text);
  const swapped = characters(text).map((character, index) => {
    if (/\p{Uppercase}/u.test(character)) return small[index];
    return /\p{Lowercase}/u.test(character) ? character.toUpperCase() : character;
  });
  return swapped.join('');
}

/** Python's `casefold()`: the same for texts that differ in case only. */
export function caseFolded(text: string): string {
  return isAscii(text) ? text.toLowerCase() : characters(text).map(foldOf).join('');
}

/** Python's `isupper()`: a letter at least, and none that is small. */
export function isUpper(text: string): boolean {
  return /\p{Uppercase}/u.test(text) && !/[\p{Lowercase}\p{Lt}]/u.test(text);
}

export function isLower(text: string): boolean {
  return /\p{Lowercase}/u.test(text) && !/[\p{Uppercase}\p{Lt}]/u.test(text);
}

/** Python's `istitle()`: capitals come after no letter, small ones after a letter. */
export function isTitle(text: string): boolean {
  let isInWord = false;
  let hasWord = false;
  for (const character of text) {
    const isCapital = /[\p{Uppercase}\p{Lt}]/u.test(character);
    const isSmall = /\p{Lowercase}/u.test(character);
    if ((isCapital && isInWord) || (isSmall && !isInWord)) return false;
    isInWord = isCapital || isSmall;
    hasWord ||= isInWord;
  }
  return hasWord;
}

/** The small form of each character; that of a sigma depends on where in its word it is. */
function lowerCharacters(text: string): string[] {
  const whole = text.toLowerCase();
  let at = 0;
  return characters(text).map((character) => {
    const start = at;
    at += character.toLowerCase().length;
    return whole.slice(start, at);
  });
}

const DIGRAPHS = /^[\u01c4-\u01cc\u01f1-\u01f3]$/;
const GEORGIAN = /^[\u10d0-\u10ff]$/;
const WITH_IOTA = /^[\u1f80-\u1faf\u1fb3\u1fbc\u1fc3\u1fcc\u1ff3\u1ffc]$/;

/** JavaScript has no title case: that of `ß` is `Ss`, that of `ǆ` is `ǅ`. */
function titleOf(character: string): string {
  if (GEORGIAN.test(character)) return character;
  const code = character.charCodeAt(0);
  if (DIGRAPHS.test(character)) {
    return String.fromCharCode(code >= 0x1f1 ? 0x1f2 : code - ((code - 0x1c4) % 3) + 1);
  }
  if (WITH_IOTA.test(character)) return String.fromCharCode(titleWithIota(code));
  const [first = '', ...rest] = characters(character.toUpperCase());
  // The n of ʼn stays a capital.
  return /\p{Uppercase}/u.test(first) ? first + rest.map(withinTitle).join('') : first + rest.join('');
}

function titleWithIota(code: number): number {
  if (code < 0x1fb0) return code | 8;
  return (code & 0xf) === 0xc ? code : code + 9;
}

/** Of a capital that is written with several letters, all but the first are small; an iota goes below. */
function withinTitle(part: string): string {
  if (part === '\u0399') return '\u0345';
  return /\p{M}/u.test(part) ? part : part.toLowerCase();
}

function foldOf(character: string): string {
  // A dotless i stays one, Cherokee folds to its capitals.
  if (character === '\u0131') return character;
  if (character === '\u1e9e') return 'ss';
  if (/[\u13a0-\u13fd\uab70-\uabbf]/.test(character)) return character.toUpperCase();
  return character.toUpperCase().toLowerCase();
}
