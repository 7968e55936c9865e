import { quoted } from '../values/quote.ts';
import { isName, readLexeme } from './lexeme.ts';
import { failedAt, type Source } from './source.ts';
import { unescaped } from './string-literal.ts';
import type { TemplateSyntaxError } from './syntax-error.ts';
import type { TokenType } from './tokens.ts';
import { afterWhitespace } from './whitespace.ts';

/** What is read of a tag. */
export interface TagPart {
  readonly type: TokenType;
  /** As it is written; of a string what it stands for. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface TagKind {
  readonly endType: 'block_end' | 'variable_end';
  /** Where such a tag has ended, if it ends at an offset. */
  readonly after: (text: string, at: number) => number | undefined;
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);
const CLOSERS = new Set(CLOSING.values());

/** Reads what is in one kind of tags. */
export class TagReader {
  readonly #source: Source;
  readonly #kind: TagKind;
  readonly #newlines: (text: string) => string;
  /** What closes the brackets that are open: the tag ends after them, `}}` or not. */
  readonly #brackets: string[] = [];

  constructor(source: Source, kind: TagKind, newlines: (text: string) => string) {
    this.#source = source;
    this.#kind = kind;
    this.#newlines = newlines;
  }

  /** @throws TemplateSyntaxError for what is no token. */
  read(start: number): TagPart {
    const { text } = this.#source;
    const after = this.#brackets.length === 0 ? this.#kind.after(text, start) : undefined;
    if (after !== undefined) return { type: this.#kind.endType, text: '', start, end: after };
    const next = afterWhitespace(text, start);
    if (next > start) return this.read(next);
    return start === text.length ? { type: 'eof', text: '', start, end: start } : this.#lexeme(start);
  }

  #lexeme(start: number): TagPart {
    const lexeme = readLexeme(this.#source.text, start);
    if (!lexeme) throw this.#unexpected(start);
    const { type, end } = lexeme;
    const text = this.#source.text.slice(start, end);
    if (type === 'string') return { type, text: this.#string(text, start), start, end };
    if (type === 'name' && !isName(text)) throw this.#failed(start, 'Invalid character in identifier');
    this.#balance(text, start);
    return { type, text, start, end };
  }

  #string(literal: string, at: number): string {
    return unescaped(this.#newlines(literal.slice(1, -1)), (message) => {
      throw this.#failed(at, message);
    });
  }

  #balance(text: string, at: number): void {
    const closing = CLOSING.get(text);
    if (closing) this.#brackets.push(closing);
    if (!CLOSERS.has(text)) return;
    const expected = this.#brackets.pop();
    if (expected === text) return;
    throw this.#failed(at, `unexpected '${text}'${expected ? `, expected '${expected}'` : ''}`);
  }

  #unexpected(at: number): TemplateSyntaxError {
    const { text } = this.#source;
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    return this.#failed(at, `unexpected char ${quoted(character)} at ${[...text.slice(0, at)].length}`);
  }

  #failed(at: number, message: string): TemplateSyntaxError {
    return failedAt(this.#source, at, message);
  }
}
