import type { DumpOptions } from './options.ts';

/** Text in the making: where the line stands, and what was written last. */
export class Writer {
  readonly options: DumpOptions;
  /** Columns that a new line begins with; -1 before the first collection. */
  indent = -1;
  column = 0;
  /** The last thing written was white space, or needs none after it. */
  whitespace = true;
  /** Only indentation and `- ` or `? ` stand on the line. */
  indention = true;
  /** A block scalar ended in empty lines: only `...` says that they belong to it. */
  openEnded = false;
  #text = '';

  constructor(options: DumpOptions) {
    this.options = options;
  }

  get text(): string {
    return this.#text;
  }

  get isPastWidth(): boolean {
    return this.column > this.options.width;
  }

  /** Writes text without a line break. What is past U+FFFF is escaped, so that each code unit is a column. */
  write(text: string): void {
    this.#text += text;
    this.column += text.length;
  }

  /** Writes a sign of YAML, and a space before it where it needs one. */
  indicator(sign: string, needsSpace: boolean, isSpace = false, isIndention = false): void {
    this.write(needsSpace && !this.whitespace ? ` ${sign}` : sign);
    this.whitespace = isSpace;
    this.indention &&= isIndention;
  }

  /** Writes a line break of the text, or the document's own for a line feed. */
  lineBreak(character = '\n'): void {
    this.#text += character === '\n' ? this.options.lineBreak : character;
    this.column = 0;
  }

  /** Goes to the indentation: on this line if it can be, otherwise on the next. */
  newLine(): void {
    const indent = Math.max(this.indent, 0);
    if (!this.indention || this.column > indent || (this.column === indent && !this.whitespace))
      this.lineBreak();
    if (this.column < indent) this.write(' '.repeat(indent - this.column));
    this.whitespace = true;
    this.indention = true;
  }

  /** Runs with the indentation of a level more; the first level of a block has none. */
  indented(isFlow: boolean, isIndentless: boolean, body: () => void): void {
    const outer = this.indent;
    if (outer < 0) this.indent = isFlow ? this.options.indent : 0;
    else if (!isIndentless) this.indent = outer + this.options.indent;
    body();
    this.indent = outer;
  }

  /** After a scalar. */
  endScalar(): void {
    this.whitespace = false;
    this.indention = false;
  }
}
