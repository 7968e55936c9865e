import type { Missing } from '../values/errors.ts';

/** A template that is no Jinja2. */
export class TemplateSyntaxError extends Error {
  override readonly name = 'TemplateSyntaxError';
  /** Offset into the source of the template. */
  readonly at: number;
  /** The filter or the test that there is not. */
  readonly missing: Missing | undefined;

  constructor(message: string, at: number, missing?: Missing) {
    super(message);
    this.at = at;
    this.missing = missing;
  }
}
