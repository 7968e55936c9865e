/** How a template is written: the delimiters and what happens to whitespace. The names are Jinja2's own, in camel case. */
export interface SyntaxOptions {
  readonly blockStart: string;
  readonly blockEnd: string;
  readonly variableStart: string;
  readonly variableEnd: string;
  readonly commentStart: string;
  readonly commentEnd: string;
  readonly lineStatementPrefix: string | null;
  readonly lineCommentPrefix: string | null;
  /** The newline after a block or a comment is dropped. */
  readonly trimBlocks: boolean;
  /** Blanks before a block or a comment at the start of a line are dropped. */
  readonly lstripBlocks: boolean;
  readonly newlineSequence: '\n' | '\r\n' | '\r';
  /** The single newline at the end of the source is kept. */
  readonly keepTrailingNewline: boolean;
  /** Tags beyond the built-in ones. */
  readonly extensions: readonly ('do' | 'loopcontrols')[];
}

export const JINJA2_SYNTAX: SyntaxOptions = {
  blockStart: '{%',
  blockEnd: '%}',
  variableStart: '{{',
  variableEnd: '}}',
  commentStart: '{#',
  commentEnd: '#}',
  lineStatementPrefix: null,
  lineCommentPrefix: null,
  trimBlocks: false,
  lstripBlocks: false,
  newlineSequence: '\n',
  keepTrailingNewline: false,
  extensions: [],
};
