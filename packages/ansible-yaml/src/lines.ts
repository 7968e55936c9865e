/** A place in a file. Lines and columns count from 1; a column is a UTF-16 code unit, as in editors. */
export interface Position {
  line: number;
  column: number;
}

/** From the first character to the place after the last one. */
export interface Range {
  start: Position;
  end: Position;
}

/** Turns offsets in a text into lines and columns. */
export function lineCounter(text: string): (offset: number) => Position {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
