/** Texts without surrogates, which are nearly all, have a code point in each unit. */
const SURROGATE = /[\ud800-\udfff]/;

export function isAscii(text: string): boolean {
  return !/\P{ASCII}/u.test(text);
}

export function hasSurrogates(text: string): boolean {
  return SURROGATE.test(text);
}

export function lengthOfText(text: string): number {
  if (!hasSurrogates(text)) return text.length;
  let { length } = text;
  for (let unit = 1; unit < text.length; unit++) {
    // The second half of a pair. A half that stands alone is a character.
    if (isLow(text.charCodeAt(unit)) && isHigh(text.charCodeAt(unit - 1))) length--;
  }
  return length;
}

export function characters(text: string): string[] {
  return hasSurrogates(text) ? [...text] : text.split('');
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

/** The character at a position, which counts from the end if it is negative. */
export function characterAt(text: string, position: number): string | undefined {
  if (!hasSurrogates(text)) return text[position < 0 ? position + text.length : position];
  return [...text].at(position);
}

/** From `start` up to `stop`, which are both in the text. */
export function textBetween(text: string, start: number, stop: number): string {
  return hasSurrogates(text) ? [...text].slice(start, stop).join('') : text.slice(start, stop);
}

/** How many code points there are before a unit. */
export function positionOfUnit(text: string, unit: number): number {
  return lengthOfText(text.slice(0, unit));
}

/** The order of two texts by code points: JavaScript's own is by units, where 😀 comes before ﬁ. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  if (!hasSurrogates(a) || !hasSurrogates(b)) {
    if (!hasSurrogates(a) && !hasSurrogates(b)) return a < b ? -1 : 1;
  }
  const length = Math.min(a.length, b.length);
  for (let unit = 0; unit < length; unit++) {
    const x = a.charCodeAt(unit);
    const y = b.charCodeAt(unit);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** Surrogates stand for what comes after all other units. */
const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
