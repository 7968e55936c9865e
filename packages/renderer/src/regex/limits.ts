import { PythonError } from '../values/errors.ts';

/** What any pattern may take, and on top what each character of the text may. */
const STEPS = 30_000_000;
const STEPS_PER_CHARACTER = 40;

/** Ways back that can be open at once: 96 MB. */
export const DEEPEST_STACK: number = 2 ** 23;

/** The work that is left for one search of a text, all of its matches together. */
export class Budget {
  left: number;

  constructor(length: number) {
    this.left = STEPS + STEPS_PER_CHARACTER * length;
  }
}

// Python would go on, for minutes or for years.
export const tooSlow = (): PythonError =>
  new PythonError(
    'NotSupported',
    'the regular expression takes too long: it tries too many ways to match, as `(a+)+$` does; make its repetitions unambiguous',
  );

export const tooDeep = (): PythonError =>
  new PythonError(
    'NotSupported',
    'the regular expression takes too much memory: it keeps too many ways back, as `(a|bc)*` does in a long text',
  );
