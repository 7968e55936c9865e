const LINE_END = /\r\n|\r|\n/g;

/** The line of an offset, from 1. */
export function lineAt(source: string, at: number): number {
  return (source.slice(0, at).match(LINE_END)?.length ?? 0) + 1;
}

/** Line and column of an offset, both from 1; the column counts code points. */
export function placeAt(source: string, at: number): { line: number; column: number } {
  const before = source.slice(0, at);
  const start = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  return { line: lineAt(source, at), column: [...before.slice(start)].length + 1 };
}

/** The text of a line, from 1, without its end. */
export function textOfLine(source: string, line: number): string {
  return source.split(LINE_END)[line - 1] ?? '';
}
