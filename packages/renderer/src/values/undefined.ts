import { type Missing, type Place, PythonError, type PythonErrorType } from './errors.ts';

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

/** A name, an attribute or an item that there is not; in ansible-core also the result of a call that failed. */
export class Undefined {
  readonly strictness: Strictness;
  /** What is raised once it is used. */
  readonly message: string;
  readonly missing: Missing | undefined;
  readonly errorType: PythonErrorType;
  /** Where it came about, if an error is to say that rather than where it was used. */
  readonly place: Place | undefined;
  /** What made it so. */
  readonly cause: unknown;

  constructor(
    strictness: Strictness,
    message: string,
    missing?: Missing,
    errorType: PythonErrorType = 'UndefinedError',
    place?: Place,
    cause?: unknown,
  ) {
    this.strictness = strictness;
    this.message = message;
    this.missing = missing;
    this.errorType = errorType;
    this.place = place;
    this.cause = cause;
  }

  /** What raises an error once it is used: ansible-core's markers. */
  static of({ message, missing, type, place, cause }: PythonError): Undefined {
    return new Undefined('strict-chainable', message, missing, type, place, cause);
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

  from(place: Place): Undefined {
    return this.place ? this : Undefined.of(this.error().from(place));
  }

  /** What using it raises. */
  error(): PythonError {
    const { errorType, message, missing, cause } = this;
    return new PythonError(errorType, message, { missing, cause }).from(this.place);
  }
}
