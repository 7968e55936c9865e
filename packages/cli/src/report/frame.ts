import type { Range } from '@nodeport-haproxy/ansible-yaml';

/** A line of a source with marks below the piece of it that is meant. */
export interface Frame {
  readonly margin: string;
  readonly shown: string;
  /** As wide as the margin. */
  readonly marginBelow: string;
  readonly marks: string;
}

/** Where a line is cut: signs of one column. */
const CUT = '…';

/**
 * Shows a line of a source, of a long one the piece that is meant.
 *
 * @param width - Columns that there are for all of it.
 */
export function frameOf(source: string, { start, end }: Range, width: number): Frame {
  const margin = `  ${start.line} | `;
  const room = Math.max(20, width - margin.length);
  const last = end.line === start.line ? end.column : endOfContent(source);
  const length = Math.max(1, last - start.column);
  const from = firstShown(source.length, start.column - 1, length, room);
  return {
    margin,
    shown: window(source, from, room),
    marginBelow: `${' '.repeat(margin.length - 2)}| `,
    marks:
      ' '.repeat(start.column - 1 - from) + '^'.repeat(Math.min(length, room - (start.column - 1 - from))),
  };
}

/** The column behind the last sign of a line that is no comment. */
function endOfContent(line: string): number {
  return line.replace(/\s+#[^'"]*$/, '').trimEnd().length + 1;
}

/** How many signs of a line are left out at its beginning: none, or so many that a third of the room is before the piece. */
function firstShown(size: number, at: number, length: number, room: number): number {
  if (size <= room || at + length < room) return 0;
  return Math.min(Math.max(0, at - Math.floor(room / 3)), size - room);
}

function window(line: string, from: number, room: number): string {
  const piece = line.slice(from, from + room);
  const head = from > 0 ? CUT + piece.slice(1) : piece;
  return from + room < line.length ? head.slice(0, -1) + CUT : head;
}
