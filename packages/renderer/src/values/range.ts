import { equals } from './compare.ts';
import { valueError } from './errors.ts';
import { Float } from './float.ts';
import { fn } from './function.ts';
import { Instance } from './instance.ts';
import { assertListLength } from './limits.ts';
import { numeric } from './numeric.ts';
import { positionOf } from './position.ts';
import { repr } from './print.ts';
import { Undefined } from './undefined.ts';
import type { Value } from './value.ts';

/** Python's `range`: numbers that are counted, not kept. */
export class Range extends Instance {
  readonly typeName = 'range';
  readonly start: number;
  readonly stop: number;
  readonly step: number;

  /** @throws PythonError for a step of 0. */
  constructor(start: number, stop: number, step = 1) {
    super();
    if (step === 0) throw valueError('range() arg 3 must not be zero');
    this.start = start;
    this.stop = stop;
    this.step = step;
  }

  override length(): number {
    return Math.max(0, Math.ceil((this.stop - this.start) / this.step));
  }

  at(index: number): number {
    return this.start + index * this.step;
  }

  override *iterate(): Iterator<Value> {
    const length = this.length();
    for (let index = 0; index < length; index++) {
      assertListLength(index);
      yield this.at(index);
    }
  }

  override item(key: Value): Value | undefined {
    const index = positionOf(key, this.length());
    return index === undefined ? undefined : this.at(index);
  }

  override contains(value: Value): boolean | undefined {
    // Anything but an integer is compared with each number, as Python does.
    if (typeof value !== 'number') return undefined;
    const index = (value - this.start) / this.step;
    return Number.isInteger(index) && index >= 0 && index < this.length();
  }

  override attribute(name: string): Value | undefined {
    if (name === 'count')
      return fn('count(value, /)', (_call, value: Value) => this.#positionOf(value).length);
    if (name === 'index') return fn('index(value, /)', (_call, value: Value) => this.#indexOf(value));
    return name === 'start' || name === 'stop' || name === 'step' ? this[name] : undefined;
  }

  #positionOf(value: Value): number[] {
    // An empty range compares it with nothing.
    if (value instanceof Undefined && value.isStrict && this.length() > 0) throw value.error();
    const index =
      numeric(value) === undefined
        ? -1
        : (Number(value instanceof Float ? value.value : value) - this.start) / this.step;
    return Number.isInteger(index) && index >= 0 && index < this.length() ? [index] : [];
  }

  #indexOf(value: Value): number {
    const [index] = this.#positionOf(value);
    if (index !== undefined) return index;
    const isInteger = ['number', 'bigint', 'boolean'].includes(typeof value);
    throw valueError(isInteger ? `${repr(value)} is not in range` : 'sequence.index(x): x not in sequence');
  }

  override equals(other: Value): boolean {
    return other instanceof Range && equals(this.#identity(), other.#identity());
  }

  override repr(): string {
    const { start, stop, step } = this;
    return step === 1 ? `range(${start}, ${stop})` : `range(${start}, ${stop}, ${step})`;
  }

  /** Ranges of the same numbers are equal, however they are written. */
  #identity(): Value[] {
    const length = this.length();
    return length < 2 ? [length, length && this.start] : [length, this.start, this.step];
  }
}
