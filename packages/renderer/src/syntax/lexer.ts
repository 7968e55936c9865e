import { repr } from '../values/print.ts';
import { isName, readLexeme } from './lexeme.ts';
import { type Opening, openings } from './opening.ts';
import type { SyntaxOptions } from './options.ts';
import { rawEnds } from './raw-block.ts';
import { readSource, type Source } from './source.ts';
import { unescaped } from './string-literal.ts';
import { TemplateSyntaxError } from './syntax-error.ts';
import { afterComment, afterLine, afterTagEnd, type TagEnd } from './tag-end.ts';
import { textEnd } from './text-end.ts';
import type { Token, TokenType } from './tokens.ts';
import { afterWhitespace } from './whitespace.ts';

/** What the lexer is in, other than plain text. */
interface Tag {
  readonly endType: 'block_end' | 'variable_end';
  /** Where the tag has ended, if it ends at an offset. */
  readonly after: (text: string, at: number) => number | undefined;
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);
const CLOSERS = new Set(CLOSING.values());

/** Makes tokens of a template, one at a time: what is wrong further on is not seen before the parser gets there. */
export class Lexer {
  readonly #options: SyntaxOptions;
  readonly #source: Source;
  readonly #text: string;
  readonly #find: ReturnType<typeof openings>;
  readonly #tags: Record<'block' | 'variable' | 'lineStatement', Tag>;
  #at = 0;
  /** Found, while the text before it was given out. */
  #opening: Opening | undefined;
  #tag: Tag | undefined;
  /** What closes the brackets that are open: the tag ends after them. */
  readonly #brackets: string[] = [];

  constructor(template: string, options: SyntaxOptions) {
    this.#options = options;
    this.#source = readSource(template, options);
    this.#text = this.#source.text;
    this.#find = openings(options);
    const { blockEnd, variableEnd, trimBlocks } = options;
    const block: TagEnd = { delimiter: blockEnd, takesPlus: true, trimsNewline: trimBlocks };
    const variable: TagEnd = { delimiter: variableEnd, takesPlus: false, trimsNewline: false };
    this.#tags = {
      block: { endType: 'block_end', after: (text, at) => afterTagEnd(text, at, block) },
      variable: { endType: 'variable_end', after: (text, at) => afterTagEnd(text, at, variable) },
      lineStatement: { endType: 'block_end', after: afterLine },
    };
  }

  /** @throws TemplateSyntaxError */
  next(): Token {
    for (;;) {
      const token = this.#step();
      if (token) return token;
    }
  }

  #step(): Token | undefined {
    if (this.#tag) return this.#inTag(this.#tag);
    const opening = this.#opening;
    if (!opening) return this.#plainText();
    this.#opening = undefined;
    this.#at = opening.end;
    return this.#enter(opening);
  }

  #plainText(): Token | undefined {
    if (this.#at === this.#text.length) return this.#token('eof', '', this.#at);
    this.#opening = this.#find(this.#text, this.#at);
    const start = this.#at;
    this.#at = this.#opening?.start ?? this.#text.length;
    return this.#data(start, this.#opening, this.#opening?.kind !== 'variable');
  }

  #data(
    start: number,
    following: { start: number; sign: string } | undefined,
    canStrip = true,
  ): Token | undefined {
    const lstrips = canStrip && this.#options.lstripBlocks;
    const end = following ? textEnd(this.#text, start, following, lstrips) : this.#text.length;
    return end > start ? this.#token('data', this.#newlines(this.#text.slice(start, end)), start) : undefined;
  }

  #newlines(text: string): string {
    return this.#options.newlineSequence === '\n'
      ? text
      : text.replaceAll('\n', this.#options.newlineSequence);
  }

  #enter({ kind, start }: Opening): Token | undefined {
    if (kind === 'raw') return this.#raw(start);
    if (kind === 'comment') return this.#skipComment(start);
    if (kind === 'lineComment') return this.#skipLine();
    this.#tag = this.#tags[kind];
    return this.#token(kind === 'variable' ? 'variable_begin' : 'block_begin', '', start);
  }

  #raw(opened: number): Token | undefined {
    const start = this.#at;
    const end = rawEnds(this.#options)(this.#text, start);
    // Jinja2 takes a tag for complete that has nothing after it.
    if (!end && start < this.#text.length) throw this.#failed('Missing end of raw directive', opened);
    this.#at = end?.end ?? start;
    return end && this.#data(start, end);
  }

  #skipComment(opened: number): undefined {
    const { commentEnd, trimBlocks } = this.#options;
    const end: TagEnd = { delimiter: commentEnd, takesPlus: true, trimsNewline: trimBlocks };
    const after = afterComment(this.#text, this.#at, end);
    if (after === undefined && this.#at < this.#text.length) {
      throw this.#failed('Missing end of comment tag', opened);
    }
    this.#at = after ?? this.#at;
  }

  #skipLine(): undefined {
    const newline = this.#text.indexOf('\n', this.#at);
    this.#at = newline === -1 ? this.#text.length : newline;
  }

  #inTag(tag: Tag): Token | undefined {
    const after = this.#brackets.length === 0 ? tag.after(this.#text, this.#at) : undefined;
    const start = this.#at;
    if (after !== undefined) {
      this.#tag = undefined;
      this.#at = after;
      return this.#token(tag.endType, '', start);
    }
    this.#at = afterWhitespace(this.#text, start);
    if (this.#at > start) return undefined;
    return start === this.#text.length ? this.#token('eof', '', start) : this.#lexeme(start);
  }

  #lexeme(start: number): Token {
    const lexeme = readLexeme(this.#text, start);
    if (!lexeme) throw this.#unexpected(start);
    this.#at = lexeme.end;
    const text = this.#text.slice(start, lexeme.end);
    if (lexeme.type === 'name' && !isName(text)) throw this.#failed('Invalid character in identifier', start);
    if (lexeme.type !== 'string') {
      this.#balance(text, start);
      return this.#token(lexeme.type, text, start);
    }
    const value = unescaped(this.#newlines(text.slice(1, -1)), (message) => {
      throw this.#failed(message, start);
    });
    return this.#token('string', value, start);
  }

  #balance(text: string, at: number): void {
    const closing = CLOSING.get(text);
    if (closing) this.#brackets.push(closing);
    if (!CLOSERS.has(text)) return;
    const expected = this.#brackets.pop();
    if (expected === text) return;
    throw this.#failed(`unexpected '${text}'${expected ? `, expected '${expected}'` : ''}`, at);
  }

  #unexpected(at: number): TemplateSyntaxError {
    const character = String.fromCodePoint(this.#text.codePointAt(at) ?? 0);
    return this.#failed(`unexpected char ${repr(character)} at ${[...this.#text.slice(0, at)].length}`, at);
  }

  #failed(message: string, at: number): TemplateSyntaxError {
    return new TemplateSyntaxError(message, this.#source.given(at));
  }

  #token(type: TokenType, text: string, at: number): Token {
    return { type, text, at: this.#source.given(at) };
  }
}
