import { RenderError } from '../render-error.ts';
import type { Variables } from '../runtime/variables.ts';
import { TemplateSyntaxError } from '../syntax/syntax-error.ts';
import { Dict } from '../values/dict.ts';
import { PythonError } from '../values/errors.ts';
import { Float } from '../values/float.ts';
import { assertDepth } from '../values/limits.ts';
import { Markup } from '../values/markup.ts';
import { omit } from '../values/omit.ts';
import { repr } from '../values/print.ts';
import { Tuple } from '../values/tuple.ts';
import { Undefined } from '../values/undefined.ts';
import type { Value } from '../values/value.ts';

/** What a variable is once its templates are rendered. */
export interface WorkedOut {
  /**
   * Lists are arrays, dictionaries are objects; a float is an object that prints as it: 3306.0 is no whole number. Where
   * something could not be rendered an empty text stands.
   */
  readonly value: unknown;
  readonly failures: readonly Failure[];
}

/** A value within a variable that could not be rendered. */
export interface Failure {
  readonly path: readonly (string | number)[];
  readonly kind: 'syntax' | 'undefined' | 'other';
  readonly message: string;
  readonly hint: string | undefined;
  /** The name that there is not, where that is all. */
  readonly missing: string | undefined;
}

class WrittenFloat {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** A variable with all that is in it; undefined where there is no such variable. */
export function workedOut(variables: Variables, name: string): WorkedOut | undefined {
  const failures: Failure[] = [];
  const plain = (value: Value, path: readonly (string | number)[]): unknown => {
    assertDepth(path.length, 'in a variable');
    if (value instanceof Undefined) {
      failures.push(failureOf(value, path));
      return '';
    }
    if (value instanceof Markup) return value.text;
    if (value instanceof Float) return new WrittenFloat(repr(value));
    if (Array.isArray(value)) return value.map((item, index) => plain(item, [...path, index]));
    if (value instanceof Tuple) return value.items.map((item, index) => plain(item, [...path, index]));
    if (!(value instanceof Dict)) return value;
    const entries = [...value.entries()].filter(([, item]) => item !== omit);
    return Object.fromEntries(
      entries.map(([key, item]) => [String(key), plain(item, [...path, String(key)])]),
    );
  };
  const value = variables.get(name);
  return value === undefined ? undefined : { value: plain(value, []), failures };
}

function failureOf(value: Undefined, path: readonly (string | number)[]): Failure {
  const error = value.cause instanceof RenderError ? value.cause : undefined;
  const cause = error?.cause;
  const missing = cause instanceof PythonError ? cause.missing?.name : value.missing?.name;
  const message = error?.reason ?? value.message;
  return { path, kind: kindOf(cause, value), message, hint: error?.hint, missing };
}

function kindOf(cause: unknown, { errorType }: Undefined): Failure['kind'] {
  if (cause instanceof TemplateSyntaxError) return 'syntax';
  return errorType === 'UndefinedError' ? 'undefined' : 'other';
}
