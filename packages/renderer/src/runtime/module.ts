import { Instance } from '../values/instance.ts';
import { Markup } from '../values/markup.ts';
import { str } from '../values/print.ts';
import type { Value } from '../values/value.ts';
import { type Buffer, captured } from './buffer.ts';

/** A template that was imported: what it exports, and as text what it printed. */
export class TemplateModule extends Instance {
  readonly typeName = 'TemplateModule';
  readonly name: string;
  readonly #exports: ReadonlyMap<string, Value>;
  readonly #printed: Buffer;
  readonly #isSafe: boolean;

  constructor(name: string, exported: ReadonlyMap<string, Value>, printed: Buffer, isSafe: boolean) {
    super();
    this.name = name;
    this.#exports = exported;
    this.#printed = printed;
    this.#isSafe = isSafe;
  }

  override attribute(name: string): Value | undefined {
    return this.#exports.get(name);
  }

  names(): Iterable<string> {
    return this.#exports.keys();
  }

  /** What is printed where the module itself is printed; nothing looks at it before. */
  get printed(): Value {
    const value = captured(this.#printed);
    return this.#isSafe ? new Markup(str(value)) : value;
  }

  override repr(): string {
    return `<TemplateModule '${this.name}'>`;
  }

  override str(): string {
    return str(captured(this.#printed));
  }
}
