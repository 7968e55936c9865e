import { Lexer } from './lexer.ts';
import type { SyntaxOptions } from './options.ts';
import { TemplateSyntaxError } from './syntax-error.ts';
import { describe, describeType, type Token, type TokenType } from './tokens.ts';

/** How deep brackets, operators and blocks may stand in each other: as deep as CPython has its parentheses. */
const MAX_NESTING = 200;

/** The tokens of a template: the current one, and the one after it where it is asked for. */
export class TokenStream {
  readonly #lexer: Lexer;
  #ahead: Token | undefined;
  #nesting = 0;
  current: Token;

  constructor(template: string, options: SyntaxOptions) {
    this.#lexer = new Lexer(template, options);
    this.current = this.#lexer.next();
  }

  /** Goes on to the next token, and returns the one that was current. */
  next(): Token {
    const passed = this.current;
    this.current = this.#ahead ?? this.#lexer.next();
    this.#ahead = undefined;
    return passed;
  }

  /** The token after the current one. */
  look(): Token {
    this.#ahead ??= this.#lexer.next();
    return this.#ahead;
  }

  is(type: TokenType): boolean {
    return this.current.type === type;
  }

  isName(...names: readonly string[]): boolean {
    return this.current.type === 'name' && names.includes(this.current.text);
  }

  skipIf(type: TokenType): boolean {
    if (!this.is(type)) return false;
    this.next();
    return true;
  }

  skipIfName(name: string): boolean {
    if (!this.isName(name)) return false;
    this.next();
    return true;
  }

  /** Whether two names come next, such as `not in`. */
  areNames(first: string, second: string): boolean {
    if (!this.isName(first)) return false;
    const { type, text } = this.look();
    return type === 'name' && text === second;
  }

  /** Takes a token of a type. */
  expect(type: TokenType): Token {
    if (!this.is(type)) throw this.#expected(describeType(type));
    return this.next();
  }

  expectName(name: string): Token {
    if (!this.isName(name)) throw this.#expected(name);
    return this.next();
  }

  describeCurrent(): string {
    return describe(this.current);
  }

  failed(message: string, at: number = this.current.at): TemplateSyntaxError {
    return new TemplateSyntaxError(message, at);
  }

  /** Told before the parser calls itself for what is inside of something. */
  enter(): void {
    if (++this.#nesting > MAX_NESTING) throw this.failed(`nested more than ${MAX_NESTING} levels deep`);
  }

  leave(): void {
    this.#nesting--;
  }

  #expected(description: string): TemplateSyntaxError {
    if (this.is('eof')) return this.failed(`unexpected end of template, expected '${description}'.`);
    return this.failed(`expected token '${description}', got '${this.describeCurrent()}'`);
  }
}
