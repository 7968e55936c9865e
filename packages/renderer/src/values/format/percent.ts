import { positionOfUnit } from '../code-points.ts';
import { Dict } from '../dict.ts';
import { PythonError, typeError, valueError } from '../errors.ts';
import { Instance } from '../instance.ts';
import { getItem } from '../item.ts';
import { integral } from '../numeric.ts';
import { repr, str } from '../print.ts';
import { Tuple } from '../tuple.ts';
import { Undefined } from '../undefined.ts';
import type { Value } from '../value.ts';
import { type Conversion, converted, type Printing } from './percent-conversion.ts';

/** `%[(key)][flags][width][.precision][length]type`; what C calls the length says nothing here. */
const FLAGS = /[-+ #0]*/y;
const NUMBER = /\*|\d*/y;
const LENGTH = /[hlL]?/y;

/**
 * Python's `template % value`.
 *
 * @param printing - what `%s` and `%r` print with: in a safe text, they escape.
 * @throws PythonError - TypeError, ValueError or KeyError, as Python does.
 */
export function formatPercent(template: string, value: Value, printing: Printing = { str, repr }): string {
  return new Percent(template, value, printing).run();
}

/** One pass over a template. */
class Percent {
  readonly #template: string;
  readonly #given: Value;
  readonly #printing: Printing;
  /** What is left to be used; after a key, what it is of. */
  #items: readonly Value[];
  #used = 0;
  #at = 0;

  constructor(template: string, given: Value, printing: Printing) {
    this.#template = template;
    this.#given = given;
    this.#printing = printing;
    this.#items = given instanceof Tuple ? given.items : [given];
  }

  run(): string {
    let text = '';
    for (;;) {
      const percent = this.#template.indexOf('%', this.#at);
      if (percent === -1) break;
      text += this.#template.slice(this.#at, percent);
      this.#at = percent + 1;
      text += this.#takesPercent() ? '%' : this.#conversion();
    }
    if (this.#used < this.#items.length && !this.#isMapping()) {
      throw typeError('not all arguments converted during string formatting');
    }
    return text + this.#template.slice(this.#at);
  }

  /** Only `%%` is a percent sign: there is nothing between. */
  #takesPercent(): boolean {
    const isThere = this.#template[this.#at] === '%';
    if (isThere) this.#at++;
    return isThere;
  }

  #conversion(): string {
    const key = this.#key();
    if (key !== undefined) this.#give([this.#found(key)]);
    const flags = this.#match(FLAGS);
    const width = this.#number();
    const precision = this.#template[this.#at] === '.' ? this.#precision() : undefined;
    this.#match(LENGTH);
    const type = this.#type();
    const conversion: Conversion = {
      type,
      isLeft: flags.includes('-') || (width ?? 0) < 0,
      sign: flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '',
      isAlternate: flags.includes('#'),
      isZeroed: flags.includes('0'),
      width: Math.abs(width ?? 0),
      precision,
    };
    return converted(this.#next(), conversion, this.#printing, () =>
      positionOfUnit(this.#template, this.#at - type.length),
    );
  }

  #key(): string | undefined {
    if (this.#template[this.#at] !== '(') return undefined;
    if (!this.#isMapping()) throw typeError('format requires a mapping');
    const start = this.#at + 1;
    let depth = 1;
    let end = start;
    for (; depth > 0; end++) {
      const character = this.#template[end];
      if (character === undefined) throw valueError('incomplete format key');
      if (character === '(') depth++;
      if (character === ')') depth--;
    }
    this.#at = end;
    return this.#template.slice(start, end - 1);
  }

  #precision(): number {
    this.#at++;
    return Math.max(0, this.#number('int') ?? 0);
  }

  #number(size: 'int' | 'ssize_t' = 'ssize_t'): number | undefined {
    const text = this.#match(NUMBER);
    if (text !== '*') return text === '' ? undefined : Number(text);
    const given = this.#next();
    const number = integral(given);
    if (number === undefined) throw typeError('* wants int');
    const most = size === 'int' ? 2n ** 31n : 2n ** 63n;
    if (number < most && number >= -most) return Number(number);
    throw new PythonError('OverflowError', `Python int too large to convert to C ${size}`);
  }

  #type(): string {
    const type = String.fromCodePoint(this.#template.codePointAt(this.#at) ?? 0);
    if (this.#at >= this.#template.length) throw valueError('incomplete format');
    this.#at += type.length;
    return type;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [text = ''] = pattern.exec(this.#template) ?? [];
    this.#at += text.length;
    return text;
  }

  #give(items: readonly Value[]): void {
    this.#items = items;
    this.#used = 0;
  }

  #next(): Value {
    const value = this.#items[this.#used];
    if (value === undefined) throw typeError('not enough arguments for format string');
    this.#used++;
    return value;
  }

  #found(key: string): Value {
    if (this.#given instanceof Dict) {
      const value = this.#given.get(key);
      if (value === undefined) throw new PythonError('KeyError', repr(key));
      return value;
    }
    if (this.#given instanceof Undefined) throw this.#given.error();
    const value = getItem(this.#given, key);
    if (value === undefined) throw typeError('list indices must be integers or slices, not str');
    return value;
  }

  /** Whatever can be indexed is, but a text or a tuple: it need not be used up. */
  #isMapping(): boolean {
    const value = this.#given;
    if (value instanceof Tuple) return false;
    return (
      value instanceof Dict || Array.isArray(value) || value instanceof Undefined || value instanceof Instance
    );
  }
}
