import { type Missing, PythonError, type PythonErrorType } from './errors.ts';

/** What a missing name may do. */
export type Strictness =
  /** Printing, iterating and asking for its truth work; all else raises. */
  | 'lenient'
  /** As lenient, and `missing.a.b` is undefined, too. */
  | 'chainable'
  /** Only `is defined` and `default` work. */
  | 'strict'
  /** As strict, and `missing.a.b` is undefined, too: Ansible's. */
  | 'strict-chainable';

/** A name, an attribute or an item that there is not. */
export class Undefined {
  readonly strictness: Strictness;
  /** What is raised once it is used. */
  readonly message: string;
  readonly missing: Missing | undefined;
  readonly errorType: PythonErrorType;

  constructor(
    strictness: Strictness,
    message: string,
    missing?: Missing,
    errorType: PythonErrorType = 'UndefinedError',
  ) {
    this.strictness = strictness;
    this.message = message;
    this.missing = missing;
    this.errorType = errorType;
  }

  get typeName(): string {
    return {
      lenient: 'Undefined',
      chainable: 'ChainableUndefined',
      strict: 'StrictUndefined',
      'strict-chainable': 'StrictUndefined',
    }[this.strictness];
  }

  get isStrict(): boolean {
    return this.strictness === 'strict' || this.strictness === 'strict-chainable';
  }

  get isChainable(): boolean {
    return this.strictness === 'chainable' || this.strictness === 'strict-chainable';
  }

  /** What using it raises. */
  error(): PythonError {
    return new PythonError(this.errorType, this.message, { missing: this.missing });
  }
}
