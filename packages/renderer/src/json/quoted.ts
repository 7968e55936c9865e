const short = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\f', '\\f'],
  ['\b', '\\b'],
]);

// Python escapes U+007F where it escapes all that is not ASCII, and leaves it otherwise.
const outsideAscii = /[^ !#-[\]-~]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what JSON has to escape.
const control = /["\\\u0000-\u001F]/g;

/** Returns a text as a JSON string. */
export function quoted(text: string, ascii: boolean): string {
  const escaped = text.replaceAll(
    ascii ? outsideAscii : control,
    (character) => short.get(character) ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${escaped}"`;
}
