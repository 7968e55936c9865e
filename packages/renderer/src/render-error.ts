/** A template that could not be rendered: a missing variable, a syntax error, an unknown `#jinja2:` option. */
export class RenderError extends Error {
  override readonly name = 'RenderError';
  /** Name of the template that was asked for. */
  readonly template: string;

  constructor(template: string, message: string, options?: ErrorOptions) {
    super(`${template}: ${message}`, options);
    this.template = template;
  }
}
