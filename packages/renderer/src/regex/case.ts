// How Python's `re` ignores case: two characters are the same if their lower case is, or if their lower cases have
// one upper case in common (`s` and `ſ`, `σ` and `ς`).

/** Lower-case characters with the same upper case: all that Unicode 14 has. */
const SIBLINGS: ReadonlyMap<number, readonly number[]> = new Map(
  [
    'iı',
    'sſ',
    '\u00b5\u03bc',
    '\u0345\u03b9\u1fbe',
    '\u0390\u1fd3',
    '\u03b0\u1fe3',
    'βϐ',
    'εϵ',
    'θϑ',
    'κϰ',
    'πϖ',
    'ρϱ',
    'ςσ',
    'φϕ',
    'вᲀ',
    'дᲁ',
    'оᲂ',
    'сᲃ',
    'тᲄᲅ',
    'ъᲆ',
    'ѣᲇ',
    'ᲈꙋ',
    'ṡẛ',
    'ﬅﬆ',
  ].flatMap((group) => {
    const codes = Array.from(group, (character) => character.codePointAt(0) ?? 0);
    return codes.map((code) => [code, codes] as const);
  }),
);

/** The lower case of a code point, as one code point: of U+0130, it is `i` without its dot. */
export function lower(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  return String.fromCodePoint(code).toLowerCase().codePointAt(0) ?? code;
}

export function lowerAscii(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}

/** The lower-case characters that are the same as this lower-case one. */
export const siblings = (code: number): readonly number[] => SIBLINGS.get(code) ?? [code];

/** All characters that are the same as this lower-case one. */
export function variants(code: number): readonly number[] {
  if (code < 128) return ASCII_VARIANTS.get(code) ?? (code >= 97 && code <= 122 ? [code, code - 32] : [code]);
  capitals ??= findCapitals();
  const found = capitals;
  return siblings(code).flatMap((sibling) => [sibling, ...(found.get(sibling) ?? [])]);
}

/** The ASCII letters that are the same as something else than their capital: i, k, s. */
const ASCII_VARIANTS: ReadonlyMap<number, readonly number[]> = new Map([
  [0x69, [0x69, 0x49, 0x130, 0x131]],
  [0x6b, [0x6b, 0x4b, 0x212a]],
  [0x73, [0x73, 0x53, 0x17f]],
]);

/** By a lower-case character, those that become it. Made once it is needed: that takes some milliseconds. */
let capitals: Map<number, number[]> | undefined;

/** No character beyond has a case. */
const LAST_CASED = 0x1e943;

function findCapitals(): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (let code = 0; code <= LAST_CASED; code++) {
    const small = lower(code);
    if (small === code) continue;
    const others = found.get(small) ?? [];
    found.set(small, [...others, code]);
  }
  return found;
}
