import { WHITESPACE } from '../values/whitespace.ts';
import { escaped } from './opening.ts';
import type { SyntaxOptions } from './options.ts';

/** The tag that ends a raw block. */
export interface RawEnd {
  readonly start: number;
  readonly end: number;
  readonly sign: string;
}

/** Returns a function that finds the end of a raw block. */
export function rawEnds({ blockStart, blockEnd, trimBlocks }: SyntaxOptions) {
  const space = `[${WHITESPACE}]*`;
  const end = escaped(blockEnd);
  const tagEnd = `(?:\\+${end}|-${end}${space}|${end}${trimBlocks ? '\\n?' : ''})`;
  const pattern = new RegExp(`${escaped(blockStart)}([-+]?)${space}endraw${space}${tagEnd}`, 'g');
  return (text: string, from: number): RawEnd | undefined => {
    pattern.lastIndex = from;
    const found = pattern.exec(text);
    return found ? { start: found.index, end: pattern.lastIndex, sign: found[1] ?? '' } : undefined;
  };
}
