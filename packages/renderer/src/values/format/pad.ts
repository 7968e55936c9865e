import { lengthOfText } from '../code-points.ts';
import { assertTextLength } from '../limits.ts';

export type Align = '<' | '>' | '^' | '=';

/** A text filled up to a width, in code points; in the middle, the odd one comes after it. */
export function padded(text: string, width: number, align: Align, fill = ' '): string {
  const missing = width - lengthOfText(text);
  if (missing <= 0) return text;
  assertTextLength(width);
  if (align === '<') return text + fill.repeat(missing);
  if (align !== '^') return fill.repeat(missing) + text;
  const before = Math.floor(missing / 2);
  return fill.repeat(before) + text + fill.repeat(missing - before);
}
