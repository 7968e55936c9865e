const token =
  /[ \t\v\f\r]+|(?<end>[#\0].*)|'(?<strong>[^']*)'|"(?<weak>(?:\\.|[^"\\])*)"|\\(?<escaped>[ \\#'"nrt]|x[0-9a-f]{2})|(?<plain>.)/gis;

/** What a variable in weak quotes, or a quote without its partner, leaves of a word: nothing that was written. */
const LOST = '\0';

/**
 * The words that HAProxy reads from a line: spaces, quotes, backslashes, `#` and `$` as the configuration manual has them
 * (2.2 "Quoting and escaping", 2.3 "Environment variables").
 *
 * @example
 * haproxyWords(String.raw`server "a b"\ c 'd'#e`); // ['server', 'a b c', 'd']
 */
export function haproxyWords(line: string): string[] {
  const words: string[] = [];
  let inWord = false;
  for (const { groups = {} } of line.matchAll(token)) {
    if (groups.end !== undefined) break;
    const part = groups.strong ?? weak(groups.weak) ?? unescaped(groups.escaped) ?? plain(groups.plain);
    if (part !== undefined) words.push((inWord ? words.pop() : '') + part);
    inWord = part !== undefined;
  }
  return words;
}

function weak(text: string | undefined): string | undefined {
  return text?.replaceAll(/\\(["\\$ #'])|\$\{?\w*\}?/g, (_, escaped?: string) => escaped ?? LOST);
}

function unescaped(code: string | undefined): string | undefined {
  if (code === undefined) return undefined;
  if (code.length > 1) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
  return ({ n: '\n', r: '\r', t: '\t' } as Record<string, string>)[code] ?? code;
}

function plain(char: string | undefined): string | undefined {
  return char === '"' || char === "'" ? LOST : char;
}
