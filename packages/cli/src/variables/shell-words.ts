/** A part of a line; columns count from 0. */
export interface Part {
  readonly text: string;
  readonly column: number;
}

/** Splits a line as Python's `shlex.split(line, comments=True)` does: a # begins a comment even inside a word. */
export function shellWords(line: string): Part[] {
  const words: { text: string; column: number }[] = [];
  let open: { text: string; column: number } | undefined;
  const tokens = /"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)|\s+|#.*|[^\s"'\\#]+/g;
  for (const { 0: token, 1: double, 2: single, 3: escaped, index } of line.matchAll(tokens)) {
    if (token.startsWith('#')) break;
    if (/^\s/.test(token)) {
      open = undefined;
      continue;
    }
    if (!open) {
      open = { text: '', column: index };
      words.push(open);
    }
    open.text += double?.replace(/\\(["\\])/g, '$1') ?? single ?? escaped ?? token;
  }
  return words;
}
