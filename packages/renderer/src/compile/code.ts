/** JavaScript in the making: its lines, and the constants that are made once for a template. */
export class Code {
  readonly #lines: string[] = [];
  readonly #constants = new Map<string, string>();
  #depth = 0;
  #names = 0;

  line(text: string): void {
    this.#lines.push(`${'  '.repeat(this.#depth)}${text}`);
  }

  /** A block of lines: `head {` … `}tail`. */
  block(head: string, body: () => void, tail = ''): void {
    this.line(`${head} {`);
    this.#depth++;
    body();
    this.#depth--;
    this.line(`}${tail}`);
  }

  /** A name that nothing else has. */
  name(kind: string): string {
    return `${kind}${this.#names++}`;
  }

  /** The name of what an expression makes once, when the template is loaded. */
  constant(kind: string, expression: string): string {
    const known = this.#constants.get(expression);
    if (known !== undefined) return known;
    const name = this.name(kind);
    this.#constants.set(expression, name);
    return name;
  }

  toString(): string {
    const constants = [...this.#constants].map(([expression, name]) => `const ${name} = ${expression};`);
    return [...constants, ...this.#lines].join('\n');
  }
}
