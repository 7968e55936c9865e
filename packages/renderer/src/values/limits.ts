import { PythonError } from './errors.ts';

/** How deep values may be nested, as Python's own limit on recursion has it. */
const DEEPEST = 900;
/** In UTF-16 units; V8's own limit is twice this. */
const LONGEST_TEXT = 2 ** 28;
const LONGEST_LIST = 2 ** 24;
/** Of an integer. */
export const MOST_BITS: number = 2 ** 24;

export function assertDepth(depth: number, doing: string): void {
  if (depth > DEEPEST)
    throw new PythonError('RecursionError', `maximum recursion depth exceeded${doing && ` ${doing}`}`);
}

export function assertTextLength(length: number): void {
  if (length > LONGEST_TEXT) throw new PythonError('MemoryError', 'the text would be too long');
}

export function assertListLength(length: number): void {
  if (length > LONGEST_LIST) throw new PythonError('MemoryError', 'the list would be too long');
}
