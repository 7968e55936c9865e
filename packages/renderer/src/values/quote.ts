/** Quotes, backslashes, and all that is not ASCII. */
const SPECIAL = /[^ !#-&(-[\]-~]/;
const NEEDS_ESCAPE = /[^\p{L}\p{M}\p{N}\p{P}\p{S} ]|\\/gu;
const NEEDS_ASCII = /[^ -~]|\\/gu;

const SHORT: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** A text as Python's `repr` writes it. */
export function quoted(text: string): string {
  return SPECIAL.test(text) ? quotedWith(text, NEEDS_ESCAPE) : `'${text}'`;
}

/** As `ascii` writes it. */
export function quotedInAscii(text: string): string {
  return SPECIAL.test(text) ? quotedWith(text, NEEDS_ASCII) : `'${text}'`;
}

function quotedWith(text: string, needsEscape: RegExp): string {
  const escaped = text.replace(needsEscape, escapeOf);
  if (!text.includes("'")) return `'${escaped}'`;
  return text.includes('"') ? `'${escaped.replaceAll("'", "\\'")}'` : `"${escaped}"`;
}

function escapeOf(character: string): string {
  const short = SHORT.get(character);
  if (short) return short;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\U${code.toString(16).padStart(8, '0')}`;
}
