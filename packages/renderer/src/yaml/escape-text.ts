// What libyaml escapes in double quotes, and how: nothing past U+FFFF is printable to it.

const escaped = /[^ !#-[\]-~\u00A0-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD]|[\u2028\u2029]/gu;

const short = new Map(
  Object.entries({
    '\0': '0',
    '\x07': 'a',
    '\b': 'b',
    '\t': 't',
    '\n': 'n',
    '\v': 'v',
    '\f': 'f',
    '\r': 'r',
    '\x1B': 'e',
    '"': '"',
    '\\': '\\',
    '\u0085': 'N',
    '\u2028': 'L',
    '\u2029': 'P',
  }),
);

/** Returns a text as it stands between double quotes. */
export function escapeText(text: string): string {
  return text.replaceAll(escaped, (character) => `\\${short.get(character) ?? numbered(character)}`);
}

function numbered(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const digits = code.toString(16).toUpperCase();
  if (code <= 0xff) return `x${digits.padStart(2, '0')}`;
  if (code <= 0xffff) return `u${digits.padStart(4, '0')}`;
  return `U${digits.padStart(8, '0')}`;
}
