import type { Range } from '@nodeport-haproxy/ansible-yaml';
import type { Severity } from '@nodeport-haproxy/schema';
import type { ProblemCode } from '../explain/explanations.ts';

/** Something wrong in what the user gave, or something that may surprise: what, where, and what to do. */
export interface Problem {
  /** Only with an error the variables cannot be used; it is one where nothing is said. */
  readonly severity?: Severity | undefined;
  readonly code: ProblemCode;
  readonly message: string;
  readonly file?: string | undefined;
  readonly range?: Range | undefined;
  readonly hint?: string | undefined;
  /** What is to stand in the range instead, where there is one right answer. */
  readonly replacement?: string | undefined;
  /** The hosts that have it, where others do not. */
  readonly hosts?: readonly string[] | undefined;
  /** It is about a value that nobody should see, so that its source line is not shown; undefined where that is not known. */
  readonly isSecret?: boolean | undefined;
}

/** Of a problem that says nothing, `error`. */
export const severityOf = ({ severity = 'error' }: Problem): Severity => severity;

/** Whether the variables cannot be used with it. */
export const isError = (problem: Problem): boolean => severityOf(problem) === 'error';
