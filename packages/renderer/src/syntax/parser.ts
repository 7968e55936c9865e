import type { TokenStream } from './token-stream.ts';

/** What the parsers of tags are given. */
export interface Parser {
  readonly tokens: TokenStream;
  /** Tags beyond the built-in ones. */
  readonly extensions: ReadonlySet<string>;
  /** The tags that it is in, the innermost last. */
  readonly openTags: string[];
  /** Of each body that it is in, the tags that may end it. */
  readonly awaited: (readonly string[])[];
}
