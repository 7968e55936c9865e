import { getAttribute } from '../access.ts';
import { Dict } from '../dict.ts';
import { PythonError, typeError, valueError } from '../errors.ts';
import { getItem } from '../item.ts';
import { Markup } from '../markup.ts';
import { repr, str } from '../print.ts';
import { quotedInAscii } from '../quote.ts';
import { typeName } from '../type-name.ts';
import { Undefined } from '../undefined.ts';
import type { Value } from '../value.ts';
import { formatValue } from './spec.ts';
import { type Field, fieldsOf, type Step, stepsOf } from './str-format-parse.ts';

export interface FormatArguments {
  /** Undefined: there are only names. */
  readonly items: readonly Value[] | undefined;
  /** Undefined: there is no such name. */
  readonly named: (name: string) => Value | undefined;
}

/**
 * Python's `template.format(…)`.
 *
 * @param formatted - how a value is written: in a safe text, it is escaped.
 * @throws PythonError for a wrong template or a missing argument, with Python's words.
 */
export function strFormat(
  template: string,
  given: FormatArguments,
  formatted: (value: Value, spec: string) => string = formatValue,
): string {
  return new Formatting(given, formatted).text(template, 2);
}

/** Arguments are counted through the template and the templates in its specifications. */
class Formatting {
  readonly #given: FormatArguments;
  readonly #formatted: (value: Value, spec: string) => string;
  #counted: number | 'by hand' | undefined;

  constructor(given: FormatArguments, formatted: (value: Value, spec: string) => string) {
    this.#given = given;
    this.#formatted = formatted;
  }

  text(template: string, depth: number): string {
    if (depth < 1) throw valueError('Max string recursion exceeded');
    let text = '';
    for (const part of fieldsOf(template)) text += typeof part === 'string' ? part : this.#field(part, depth);
    return text;
  }

  #field(field: Field, depth: number): string {
    let value = this.#argument(field.name);
    for (const step of stepsOf(field.path)) value = stepInto(value, step);
    const shown = converted(value, field.conversion);
    const spec =
      field.spec.includes('{') || field.spec.includes('}') ? this.text(field.spec, depth - 1) : field.spec;
    return this.#formatted(shown, spec);
  }

  #argument(name: string): Value {
    if (name === '') return this.#item(this.#nextIndex());
    if (/^\d+$/.test(name)) {
      if (typeof this.#counted === 'number')
        throw this.#mixed('automatic field numbering to manual field specification');
      this.#counted = 'by hand';
      return this.#item(Number(name));
    }
    const value = this.#given.named(name);
    if (value === undefined) throw new PythonError('KeyError', repr(name));
    return value;
  }

  #nextIndex(): number {
    if (this.#counted === 'by hand')
      throw this.#mixed('manual field specification to automatic field numbering');
    const index = this.#counted ?? 0;
    this.#counted = index + 1;
    return index;
  }

  #item(index: number): Value {
    if (!this.#given.items) throw valueError('Format string contains positional fields');
    const value = this.#given.items[index];
    if (value !== undefined) return value;
    throw new PythonError('IndexError', `Replacement index ${index} out of range for positional args tuple`);
  }

  #mixed(what: string): PythonError {
    return valueError(`cannot switch from ${what}`);
  }
}

function stepInto(value: Value, { key, isAttribute }: Step): Value {
  if (value instanceof Undefined) throw value.error();
  if (isAttribute) {
    const attribute = getAttribute(value, String(key));
    if (attribute !== undefined) return attribute;
    throw new PythonError('AttributeError', `'${typeName(value)}' object has no attribute '${key}'`);
  }
  const item = value instanceof Dict ? value.get(key) : getItem(value, key);
  if (item !== undefined) return item;
  throw missingItem(value, key);
}

function missingItem(value: Value, key: string | number): PythonError {
  if (value instanceof Dict) return new PythonError('KeyError', repr(key));
  const isText = typeof value === 'string' || value instanceof Markup;
  const type = typeName(value);
  if (!isText && type !== 'list' && type !== 'tuple')
    return typeError(`'${type}' object is not subscriptable`);
  if (typeof key === 'number') {
    return new PythonError('IndexError', `${isText ? 'string' : type} index out of range`);
  }
  return typeError(
    isText
      ? "string indices must be integers, not 'str'"
      : `${type} indices must be integers or slices, not str`,
  );
}

function unknownConversion(conversion: string): PythonError {
  const code = (conversion.codePointAt(0) ?? 0).toString(16);
  return valueError(`Unknown conversion specifier ${/^[!-~]$/.test(conversion) ? conversion : `\\x${code}`}`);
}

function converted(value: Value, conversion: Field['conversion']): Value {
  switch (conversion) {
    case 'r':
      return repr(value);
    case 's':
      return str(value);
    case 'a':
      return repr(value).replace(/\P{ASCII}/gu, (character) => quotedInAscii(character).slice(1, -1));
    case undefined:
      return value;
    default:
      throw unknownConversion(conversion);
  }
}
