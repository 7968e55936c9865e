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
  /** Another place that it is about: what has the name already. */
  readonly related?: RelatedPlace | undefined;
  /** What is to stand in the range instead, where there is one right answer. */
  readonly replacement?: string | undefined;
  /** The hosts that have it, where others do not. */
  readonly hosts?: readonly string[] | undefined;
  /** It is about a value that nobody should see, so that its source line is not shown; undefined where that is not known. */
  readonly isSecret?: boolean | undefined;
}

/** A place that a problem is about besides its own. */
export interface RelatedPlace {
  readonly message: string;
  readonly file?: string | undefined;
  readonly range?: Range | undefined;
}

/** Of a problem that says nothing, `error`. */
export const severityOf = ({ severity = 'error' }: Problem): Severity => severity;

/** `vars.yaml:3:11`; nothing where it is about no file. */
export function placeOf({ file, range }: Pick<Problem, 'file' | 'range'>): string {
  return [file, range?.start.line, range?.start.column].filter((part) => part !== undefined).join(':');
}

/** The other place that a problem is about, where it is not the same: what a template makes may stand twice in one place. */
export function relatedTo(problem: Problem): RelatedPlace | undefined {
  const { related } = problem;
  return related?.file !== undefined && placeOf(related) !== placeOf(problem) ? related : undefined;
}

/** The same for a report that has no field for it: `first used here: vars.yaml:3:11`. */
export function relatedText(problem: Problem): string | undefined {
  const related = relatedTo(problem);
  return related && `${related.message}: ${placeOf(related)}`;
}

/** Whether the variables cannot be used with it. */
export const isError = (problem: Problem): boolean => severityOf(problem) === 'error';

/** By file, as they were read, and by place. */
export function inOrder(problems: readonly Problem[], files: readonly string[]): Problem[] {
  const place = ({ file, range }: Problem) =>
    [files.indexOf(file ?? ''), range?.start.line ?? 0, range?.start.column ?? 0] as const;
  return problems.toSorted((a, b) => {
    const [fileA, lineA, columnA] = place(a);
    const [fileB, lineB, columnB] = place(b);
    return fileA - fileB || lineA - lineB || columnA - columnB;
  });
}
