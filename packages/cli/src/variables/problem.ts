import type { Range } from '@nodeport-haproxy/ansible-yaml';

/** Something wrong in what the user gave: what, where, and what to do. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly file?: string | undefined;
  readonly range?: Range | undefined;
  readonly hint?: string | undefined;
}
