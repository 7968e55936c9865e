import type { DiagnosticCode, Level, Path, Related } from './diagnostic.ts';
import type { View } from './view.ts';

/** What a code means: for its section on the page of diagnostics, and for `--explain`. */
export interface Explanation<Code extends string = DiagnosticCode> {
  readonly code: Code;
  /** Unless the project says another. */
  readonly severity: Level;
  /** What is reported, in one line. */
  readonly title: string;
  /** What happens if nothing is done. */
  readonly why: string;
  /** Where that is written: a section of a manual, an RFC, the number of an issue. */
  readonly source: string;
  /** Variables (YAML) that it is reported for. */
  readonly wrong: string;
  /** The same, mended. */
  readonly right: string;
}

/** A rule that a schema cannot say. One code, one rule, one file. */
export interface Rule extends Explanation {
  readonly check: (view: View) => Found[];
}

/** What a rule found: its code and its severity are the rule's. */
export interface Found {
  readonly message: string;
  readonly path: Path;
  /** Whether the key or the value is to blame; the value where it is not said. */
  readonly part?: 'key' | 'value';
  /** Another place that the operator has to look at. */
  readonly related?: Related;
  readonly hint: string;
}
