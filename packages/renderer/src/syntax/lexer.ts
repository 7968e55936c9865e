import { type Opening, openings } from './opening.ts';
import type { SyntaxOptions } from './options.ts';
import { rawEnds } from './raw-block.ts';
import { failedAt, readSource, type Source } from './source.ts';
import { afterComment, afterLine, afterTagEnd, type TagEnd } from './tag-end.ts';
import { TagReader } from './tag-reader.ts';
import { type Following, textEnd } from './text-end.ts';
import type { Token, TokenType } from './tokens.ts';

/** Makes tokens of a template, one at a time: what is wrong further on is not seen before the parser gets there. */
export class Lexer {
  readonly #options: SyntaxOptions;
  readonly #source: Source;
  readonly #findOpening: ReturnType<typeof openings>;
  readonly #findRawEnd: ReturnType<typeof rawEnds>;
  readonly #tags: Record<'block' | 'variable' | 'lineStatement', TagReader>;
  readonly #commentEnd: TagEnd;
  #at = 0;
  /** Found, while the text before it was given out. */
  #opening: Opening | undefined;
  /** What it is in, other than text. */
  #tag: TagReader | undefined;

  constructor(template: string, options: SyntaxOptions) {
    this.#options = options;
    this.#source = readSource(template, options);
    this.#findOpening = openings(options);
    this.#findRawEnd = rawEnds(options);
    const { blockEnd, commentEnd, variableEnd, trimBlocks } = options;
    const block: TagEnd = { delimiter: blockEnd, takesPlus: true, trimsNewline: trimBlocks };
    const variable: TagEnd = { delimiter: variableEnd, takesPlus: false, trimsNewline: false };
    this.#commentEnd = { ...block, delimiter: commentEnd };
    this.#tags = {
      block: this.#reader('block_end', (text, at) => afterTagEnd(text, at, block)),
      variable: this.#reader('variable_end', (text, at) => afterTagEnd(text, at, variable)),
      lineStatement: this.#reader('block_end', afterLine),
    };
  }

  /** @throws TemplateSyntaxError */
  next(): Token {
    for (;;) {
      const token = this.#tag ? this.#inTag(this.#tag) : this.#outsideOfTags();
      if (token) return token;
    }
  }

  #reader(
    endType: 'block_end' | 'variable_end',
    after: (text: string, at: number) => number | undefined,
  ): TagReader {
    return new TagReader(this.#source, { endType, after }, (text) => this.#newlines(text));
  }

  #inTag(tag: TagReader): Token {
    const { type, text, start, end } = tag.read(this.#at);
    this.#at = end;
    if (type === 'block_end' || type === 'variable_end') this.#tag = undefined;
    return this.#token(type, text, start);
  }

  #outsideOfTags(): Token | undefined {
    const opening = this.#opening;
    if (!opening) return this.#plainText();
    this.#opening = undefined;
    this.#at = opening.end;
    return this.#enter(opening);
  }

  #plainText(): Token | undefined {
    const { text } = this.#source;
    const start = this.#at;
    if (start === text.length) return this.#token('eof', '', start);
    this.#opening = this.#findOpening(text, start);
    this.#at = this.#opening?.start ?? text.length;
    return this.#data(start, this.#opening, this.#opening?.kind !== 'variable');
  }

  /** The text from an offset up to what follows it. */
  #data(start: number, following: Following | undefined, canBeStripped: boolean): Token | undefined {
    const { text } = this.#source;
    const lstrips = canBeStripped && this.#options.lstripBlocks;
    const end = following ? textEnd(text, start, following, lstrips) : text.length;
    return end > start ? this.#token('data', this.#newlines(text.slice(start, end)), start) : undefined;
  }

  #enter({ kind, start }: Opening): Token | undefined {
    if (kind === 'raw') return this.#raw(start);
    if (kind === 'comment') return this.#comment(start);
    if (kind === 'lineComment') return this.#lineComment();
    this.#tag = this.#tags[kind];
    return this.#token(kind === 'variable' ? 'variable_begin' : 'block_begin', '', start);
  }

  #raw(opened: number): Token | undefined {
    const start = this.#at;
    const end = this.#findRawEnd(this.#source.text, start);
    this.#at = end?.end ?? this.#unclosed(opened, 'Missing end of raw directive');
    return end && this.#data(start, end, true);
  }

  #comment(opened: number): undefined {
    const after = afterComment(this.#source.text, this.#at, this.#commentEnd);
    this.#at = after ?? this.#unclosed(opened, 'Missing end of comment tag');
  }

  #lineComment(): undefined {
    const newline = this.#source.text.indexOf('\n', this.#at);
    this.#at = newline === -1 ? this.#source.text.length : newline;
  }

  /** Jinja2 does not mind what is left open if there is nothing after it. */
  #unclosed(opened: number, message: string): number {
    if (this.#at < this.#source.text.length) throw failedAt(this.#source, opened, message);
    return this.#at;
  }

  #newlines(text: string): string {
    const { newlineSequence } = this.#options;
    return newlineSequence === '\n' ? text : text.replaceAll('\n', newlineSequence);
  }

  #token(type: TokenType, text: string, at: number): Token {
    return { type, text, at: this.#source.given(at) };
  }
}
