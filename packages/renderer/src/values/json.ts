import { lengthOfText } from './code-points.ts';
import { Dict } from './dict.ts';
import { valueError } from './errors.ts';
import { Float } from './float.ts';
import { assertDepth } from './limits.ts';
import { toInteger } from './numbers.ts';
import type { Value } from './value.ts';

/**
 * Reads JSON as Python's `json.loads` does: the order of keys, floats and large integers stay what they are, and
 * `NaN` and `Infinity` are numbers.
 *
 * @throws PythonError for what is no JSON, with Python's words.
 */
export function parseJson(text: string): Value {
  return new Parser(text).parse();
}

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /(-?(?:0|[1-9]\d*))(\.\d+)?([eE][-+]?\d+)?/y;
/** The end of a text, an escape, or a control character. */
const TEXT_END = /[^ !#-[\]-\uffff]/g;
const HEX = /^[0-9a-fA-F]{4}$/;

const WORDS: readonly (readonly [string, Value])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
  ['NaN', new Float(Number.NaN)],
  ['Infinity', new Float(Infinity)],
  ['-Infinity', new Float(-Infinity)],
];

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** One pass over a text. */
class Parser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): Value {
    if (this.#text.startsWith('\ufeff')) this.#fail('Unexpected UTF-8 BOM (decode using utf-8-sig)', 0);
    this.#match(SPACE);
    const value = this.#value(0);
    this.#match(SPACE);
    if (this.#at < this.#text.length) this.#fail('Extra data');
    return value;
  }

  #value(depth: number): Value {
    assertDepth(depth, 'while decoding a JSON document from a unicode string');
    switch (this.#text[this.#at]) {
      case '"':
        this.#at++;
        return this.#string();
      case '{':
        return this.#object(depth);
      case '[':
        return this.#array(depth);
      default:
        return this.#number() ?? this.#word();
    }
  }

  #array(depth: number): Value[] {
    const items: Value[] = [];
    this.#at++;
    this.#match(SPACE);
    if (this.#takes(']')) return items;
    for (;;) {
      items.push(this.#value(depth + 1));
      this.#match(SPACE);
      if (this.#takes(']')) return items;
      this.#comma();
    }
  }

  #object(depth: number): Dict {
    const dict = new Dict();
    this.#at++;
    this.#match(SPACE);
    if (this.#takes('}')) return dict;
    for (;;) {
      if (!this.#takes('"')) this.#fail('Expecting property name enclosed in double quotes');
      const key = this.#string();
      this.#match(SPACE);
      if (!this.#takes(':')) this.#fail("Expecting ':' delimiter");
      this.#match(SPACE);
      dict.set(key, this.#value(depth + 1));
      this.#match(SPACE);
      if (this.#takes('}')) return dict;
      this.#comma();
    }
  }

  #comma(): void {
    if (!this.#takes(',')) this.#fail("Expecting ',' delimiter");
    this.#match(SPACE);
  }

  #string(): string {
    const start = this.#at - 1;
    let result = this.#run();
    while (!this.#takes('"')) {
      if (this.#at >= this.#text.length) this.#fail('Unterminated string starting at', start);
      if (!this.#takes('\\')) this.#fail('Invalid control character at');
      result += this.#escape(start) + this.#run();
    }
    return result;
  }

  /** What stands for itself. */
  #run(): string {
    const start = this.#at;
    TEXT_END.lastIndex = start;
    this.#at = TEXT_END.exec(this.#text)?.index ?? this.#text.length;
    return this.#text.slice(start, this.#at);
  }

  #escape(start: number): string {
    const letter = this.#text[this.#at];
    if (letter === undefined) this.#fail('Unterminated string starting at', start);
    const short = ESCAPES.get(letter);
    if (short === undefined && letter !== 'u') this.#fail('Invalid \\escape', this.#at - 1);
    this.#at++;
    if (short !== undefined) return short;
    const digits = this.#text.slice(this.#at, this.#at + 4);
    if (!HEX.test(digits)) this.#fail('Invalid \\uXXXX escape', this.#at - 1);
    this.#at += 4;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  #number(): Value | undefined {
    NUMBER.lastIndex = this.#at;
    const match = NUMBER.exec(this.#text);
    if (!match) return undefined;
    const [all, whole = '', fraction, exponent] = match;
    this.#at += all.length;
    if (fraction !== undefined || exponent !== undefined) return new Float(Number(all));
    return whole.length < 16 ? Number(whole) + 0 : toInteger(whole);
  }

  #word(): Value {
    const found = WORDS.find(([word]) => this.#text.startsWith(word, this.#at));
    if (!found) this.#fail('Expecting value');
    this.#at += found[0].length;
    return found[1];
  }

  #takes(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [match = ''] = pattern.exec(this.#text) ?? [];
    this.#at += match.length;
    return match;
  }

  #fail(message: string, at = this.#at): never {
    const before = this.#text.slice(0, at);
    const line = before.split('\n').length;
    const column = lengthOfText(before.slice(before.lastIndexOf('\n') + 1)) + 1;
    throw valueError(`${message}: line ${line} column ${column} (char ${lengthOfText(before)})`);
  }
}
