const LINE_END = /\r\n|\r|\n/g;

/** Finds the line of an offset, from 1; where lines begin is looked up once. */
export function lineFinder(source: string): (at: number) => number {
  let starts: number[] | undefined;
  return (at) => {
    starts ??= [...source.matchAll(LINE_END)].map((end) => end.index + end[0].length);
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

/** Line and column of an offset, both from 1; the column counts code points. */
export function placeAt(source: string, at: number): { line: number; column: number } {
  const before = source.slice(0, at);
  const start = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  return { line: lineFinder(source)(at), column: [...before.slice(start)].length + 1 };
}

/** The text of a line, from 1, without its end. */
export function textOfLine(source: string, line: number): string {
  return source.split(LINE_END)[line - 1] ?? '';
}
