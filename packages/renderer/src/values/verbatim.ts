import { Instance } from './instance.ts';

/** A text that is no template, whatever it looks like: what Ansible has under `!unsafe`. */
export class Verbatim extends Instance {
  readonly typeName = 'str';
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  override repr(): string {
    return this.text;
  }
}
