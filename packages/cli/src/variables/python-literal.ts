import { YamlFloat } from '@nodeport-haproxy/ansible-yaml';

/** A Python literal: its value, or nothing where Python would raise. */
export type Literal = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

const NUMBER =
  /^(?:0[xX](?:_?[\da-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|(?:\d(?:_?\d)*)?\.\d(?:_?\d)*(?:[eE][+-]?\d+)?|\d(?:_?\d)*(?:\.(?:[eE][+-]?\d+)?|[eE][+-]?\d+)?)(?![\w.])/;
const STRING =
  /^[uUrR]?(?:'''[\s\S]*?(?<!\\)'''|"""[\s\S]*?(?<!\\)"""|'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*")/;
const NAMES = new Map<string, unknown>([
  ['True', true],
  ['False', false],
  ['None', null],
]);
const ESCAPES: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** Thrown and caught in this file: the text is no literal. */
class NotLiteral extends Error {}

/**
 * Reads a text as Python's `ast.literal_eval` does, which is how Ansible reads values in an INI inventory: strings,
 * numbers, lists, tuples, dictionaries, True, False and None. Sets, bytes and complex numbers, which no variable of
 * the role takes, count as no literal.
 *
 * @example
 * ```ts
 * pythonLiteral("[{'port': 3306}]"); // { ok: true, value: [{ port: 3306 }] }
 * pythonLiteral('true'); // { ok: false }: Python writes True
 * ```
 */
export function pythonLiteral(text: string): Literal {
  const reader = new Reader(text.replace(/^[ \t]+/, ''));
  try {
    const value = reader.tuple();
    return reader.atEnd() ? { ok: true, value } : { ok: false };
  } catch (error) {
    if (error instanceof NotLiteral) return { ok: false };
    throw error;
  }
}

class Reader {
  #rest: string;
  /** Inside brackets a line end is white space. */
  #depth = 0;

  constructor(text: string) {
    this.#rest = text;
  }

  atEnd(): boolean {
    this.#space();
    return this.#rest === '';
  }

  /** A value, or several with commas between them: `1, 2` is a tuple without brackets. */
  tuple(): unknown {
    const first = this.#value();
    if (!this.#take(',')) return first;
    const values = [first];
    while (!this.atEnd()) {
      values.push(this.#value());
      if (!this.#take(',')) break;
    }
    return values;
  }

  #value(): unknown {
    this.#space();
    if (this.#take('[')) return this.#items(']').values;
    if (this.#take('{')) return this.#pairs();
    if (this.#take('(')) {
      const { values, comma } = this.#items(')');
      return values.length === 1 && !comma ? values[0] : values;
    }
    return this.#string() ?? this.#number() ?? this.#name();
  }

  #items(end: string): { values: unknown[]; comma: boolean } {
    const values: unknown[] = [];
    let comma = true;
    this.#depth += 1;
    while (!this.#close(end)) {
      if (!comma) throw new NotLiteral();
      values.push(this.#value());
      comma = this.#take(',');
    }
    return { values, comma: comma && values.length > 0 };
  }

  #pairs(): Record<string, unknown> {
    const pairs: [string, unknown][] = [];
    let comma = true;
    this.#depth += 1;
    while (!this.#close('}')) {
      if (!comma) throw new NotLiteral();
      const key = this.#value();
      if (!this.#take(':')) throw new NotLiteral();
      pairs.push([String(key), this.#value()]);
      comma = this.#take(',');
    }
    return Object.fromEntries(pairs);
  }

  /** Strings that stand next to each other are one string. */
  #string(): string | undefined {
    let value: string | undefined;
    for (let found = STRING.exec(this.#rest); found; found = STRING.exec(this.#rest)) {
      this.#rest = this.#rest.slice(found[0].length);
      value = (value ?? '') + unquote(found[0]);
      this.#space();
    }
    return value;
  }

  #number(): number | YamlFloat | undefined {
    const sign = /^[+-]\s*/.exec(this.#rest)?.[0] ?? '';
    const found = NUMBER.exec(this.#rest.slice(sign.length))?.[0];
    // 0777 was octal in Python 2; Python 3 refuses it.
    if (found === undefined || /^0[\d_]*[1-9][\d_]*$/.test(found)) return undefined;
    this.#rest = this.#rest.slice(sign.length + found.length);
    const value = Number(found.replaceAll('_', '')) * (sign.startsWith('-') ? -1 : 1);
    const isFloat = /[.eE]/.test(found) && !/^0[xX]/.test(found);
    return isFloat ? new YamlFloat(value, sign + found) : value;
  }

  #name(): unknown {
    const name = /^\w+/.exec(this.#rest)?.[0] ?? '';
    if (!NAMES.has(name)) throw new NotLiteral();
    this.#rest = this.#rest.slice(name.length);
    return NAMES.get(name);
  }

  #close(end: string): boolean {
    if (!this.#take(end)) {
      if (this.#rest === '') throw new NotLiteral();
      return false;
    }
    this.#depth -= 1;
    return true;
  }

  #take(character: string): boolean {
    this.#space();
    if (!this.#rest.startsWith(character)) return false;
    this.#rest = this.#rest.slice(1);
    return true;
  }

  #space(): void {
    this.#rest = this.#rest.replace(this.#depth > 0 ? /^(?:\s|#[^\n]*)+/ : /^(?:[ \t\f]|#[^\n]*)+/, '');
  }
}

function unquote(literal: string): string {
  const [, prefix = '', quote = ''] = /^([a-zA-Z]?)('''|"""|'|")/.exec(literal) ?? [];
  const body = literal.slice(prefix.length + quote.length, -quote.length);
  if (prefix.toLowerCase() === 'r') return body;
  return body.replace(
    /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{1,3})|([\s\S]))/g,
    (whole, x?: string, u?: string, wide?: string, octal?: string, other?: string) => {
      if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
      if (other !== undefined) return ESCAPES[other] ?? whole;
      return String.fromCodePoint(Number.parseInt(x ?? u ?? wide ?? '', 16));
    },
  );
}
