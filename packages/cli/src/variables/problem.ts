import type { Range } from '@nodeport-haproxy/ansible-yaml';

/** Something wrong in what the user gave: what, where, and what to do. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly file?: string | undefined;
  readonly range?: Range | undefined;
  readonly hint?: string | undefined;
  /** The hosts that have it, where others do not. */
  readonly hosts?: readonly string[] | undefined;
  /** It is about a value that nobody should see, so that its source line is not shown; undefined where that is not known. */
  readonly isSecret?: boolean | undefined;
}
