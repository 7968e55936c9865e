import type { Call } from '../runtime/call.ts';
import type { Named, Value } from './value.ts';

export type BinaryOperator = '+' | '-' | '*' | '/' | '//' | '%';

/** Anything that is not one of Python's plain types. What a kind of object cannot do, it does not override. */
export abstract class Instance {
  /** As Python's `type(x).__name__` says it. */
  abstract readonly typeName: string;

  /** Whether ansible-core takes it for the value of a variable: a date, and no tool of a template's. */
  get isStorable(): boolean {
    return false;
  }

  /** `object.name`; undefined where there is no such attribute. */
  attribute(_name: string): Value | undefined {
    return undefined;
  }

  /** `object[key]`; undefined where there is no such item. */
  item(_key: Value): Value | undefined {
    return undefined;
  }

  /** `iter(object)`; undefined where it cannot be iterated. */
  iterate(): Iterator<Value> | undefined {
    return undefined;
  }

  /** `len(object)`; undefined where it has none. */
  length(): number | undefined {
    return undefined;
  }

  truth(): boolean {
    const length = this.length();
    return length === undefined || length > 0;
  }

  equals(other: Value): boolean {
    return this === other;
  }

  /** `value in object`; undefined: look at what is iterated. */
  contains(_value: Value): boolean | undefined {
    return undefined;
  }

  /** `object OPERATOR other`, reversed `other OPERATOR object`; undefined where the two do not go together. */
  operate(_operator: BinaryOperator, _other: Value, _isReversed: boolean): Value | undefined {
    return undefined;
  }

  /** Less than 0 for `object < other`, 0, or more; undefined where the two have no order. */
  compare(_other: Value): number | undefined {
    return undefined;
  }

  /** `-object`; undefined where there is no such thing. */
  negate(): Value | undefined {
    return undefined;
  }

  /** `format(object, specification)`; undefined where it takes no specification. */
  format(_specification: string): string | undefined {
    return undefined;
  }

  /** `object(…)`; undefined where it cannot be called. */
  readonly call?: (call: Call, args: readonly Value[], named?: Named) => Value;

  repr(): string {
    return `<${this.typeName} object>`;
  }

  str(): string {
    return this.repr();
  }
}
