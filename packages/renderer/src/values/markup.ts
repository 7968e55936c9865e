/** A string that is safe to print where autoescape is on. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
