// What an escape stands for is what Python's codec `unicode_escape` says.

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

/** How many digits follow `\x`, `\u` and `\U`. */
const DIGITS: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

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
  let result = '';
  let last = 0;
  const pattern = /\\([0-7]{1,3}|.)/gsu;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const [whole, kind = ''] = found;
    const digits = DIGITS.get(kind) ?? 0;
    const end = found.index + whole.length + digits;
    result += text.slice(last, found.index);
    result += digits > 0 ? character(kind, text.slice(end - digits, end), digits, fail) : short(kind, fail);
    last = end;
    pattern.lastIndex = end;
  }
  return result + text.slice(last);
}

function short(kind: string, fail: (message: string) => never): string {
  if (kind === 'N')
    return fail('characters cannot be given by name (\\N) here: give the code with \\u or \\U');
  if (/^[0-7]/.test(kind)) return String.fromCharCode(Number.parseInt(kind, 8));
  const simple = SIMPLE.get(kind);
  return simple ?? `\\${beyondAscii(kind)}`;
}

/** Jinja2 writes what is not ASCII as an escape before it reads escapes: a backslash before it takes effect on that. */
function beyondAscii(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return character;
  const hex = code.toString(16);
  if (code < 0x100) return `x${hex}`;
  return code < 0x10000 ? `u${hex.padStart(4, '0')}` : `U${hex.padStart(8, '0')}`;
}

function character(kind: string, hex: string, digits: number, fail: (message: string) => never): string {
  if (hex.length < digits || /[^0-9a-f]/i.test(hex)) {
    return fail(`truncated \\${kind}${'X'.repeat(digits)} escape`);
  }
  const code = Number.parseInt(hex, 16);
  if (code > 0x10ffff) return fail('illegal Unicode character');
  // Python keeps the halves of a pair apart, and cannot write them: JavaScript would join them.
  if (code >= 0xd800 && code < 0xe000) return fail('surrogates not allowed');
  return String.fromCodePoint(code);
}
