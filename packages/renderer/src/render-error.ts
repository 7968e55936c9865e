/** A template that brought another one in, and the line where it did. */
export interface IncludedFrom {
  readonly template: string;
  readonly line: number;
}

export interface RenderErrorDetails extends ErrorOptions {
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly includedFrom?: readonly IncludedFrom[];
  readonly hint?: string | undefined;
}

/** A template that could not be rendered: a missing variable, a syntax error, an unknown `#jinja2:` option. */
export class RenderError extends Error {
  override readonly name = 'RenderError';
  /** Name of the template that it came about in. */
  readonly template: string;
  /** What is wrong, without the place. */
  readonly reason: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in characters. */
  readonly column: number;
  /** The text of the line. */
  readonly text: string;
  /** The templates that brought this one in, the nearest first. */
  readonly includedFrom: readonly IncludedFrom[];
  /** What to do about it, where that is known. */
  readonly hint: string | undefined;

  constructor(template: string, reason: string, details: RenderErrorDetails) {
    super(`${template}:${details.line}:${details.column}: ${reason}`, details);
    this.template = template;
    this.reason = reason;
    this.line = details.line;
    this.column = details.column;
    this.text = details.text;
    this.includedFrom = details.includedFrom ?? [];
    this.hint = details.hint;
  }
}
