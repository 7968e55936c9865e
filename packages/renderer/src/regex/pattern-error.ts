import { PythonError } from '../values/errors.ts';

/** What `re.error` says: the place is counted in code points; a pattern of several lines has a line and a column, too. */
export function patternError(message: string, pattern: readonly string[], at: number): PythonError {
  const before = pattern.slice(0, at);
  const line = before.filter((character) => character === '\n').length + 1;
  const column = at - before.lastIndexOf('\n');
  const where = pattern.includes('\n') ? ` (line ${line}, column ${column})` : '';
  return new PythonError('ValueError', `${message} at position ${at}${where}`);
}
