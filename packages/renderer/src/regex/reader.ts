import type { PythonError } from '../values/errors.ts';
import { patternError } from './pattern-error.ts';

/** A pattern (or a replacement) and how far it was read. An escape is read as one: `\` with what follows it. */
export class Reader {
  readonly #characters: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#characters = Array.from(text);
  }

  /** Code points from the start. */
  get at(): number {
    return this.#at;
  }

  set at(at: number) {
    this.#at = at;
  }

  /** What {@link read} would give; '' at the end. */
  get next(): string {
    const character = this.#characters[this.#at] ?? '';
    if (character !== '\\') return character;
    const escaped = this.#characters[this.#at + 1];
    if (escaped === undefined) throw this.error('bad escape (end of pattern)', this.#at);
    return character + escaped;
  }

  read(): string {
    const next = this.next;
    this.#at += next.startsWith('\\') ? 2 : next === '' ? 0 : 1;
    return next;
  }

  accept(text: string): boolean {
    if (this.next !== text) return false;
    this.read();
    return true;
  }

  /** Reads at most so many of these characters. */
  readWhile(allowed: RegExp, most: number = Infinity): string {
    let found = '';
    while (found.length < most && allowed.test(this.next)) found += this.read();
    return found;
  }

  /** Reads up to a character and beyond it; `what` is for the message. */
  readUntil(end: string, what: string): string {
    const start = this.#at;
    let found = '';
    while (true) {
      const next = this.read();
      if (next === '') {
        if (found === '') throw this.error(`missing ${what}`, this.#at);
        throw this.error(`missing ${end}, unterminated name`, start);
      }
      if (next === end) break;
      found += next;
    }
    if (found === '') throw this.error(`missing ${what}`, this.#at - 1);
    return found;
  }

  error(message: string, at: number): PythonError {
    return patternError(message, this.#characters, at);
  }
}
