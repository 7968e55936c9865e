import { divide } from '../values/arithmetic.ts';
import { PythonError } from '../values/errors.ts';
import { Float } from '../values/float.ts';
import { fn } from '../values/function.ts';
import { type BinaryOperator, Instance } from '../values/instance.ts';
import { integer } from '../values/integer.ts';
import type { Value } from '../values/value.ts';

const million = 1_000_000n;
const microsecondsOfDay = 86_400n * million;
const mostDays = 999_999_999n;

/** `datetime.timedelta` of Python. */
export class TimeDelta extends Instance {
  readonly typeName = 'timedelta';
  readonly total: bigint;

  /** @param total in microseconds */
  constructor(total: bigint) {
    super();
    this.total = total;
    const days = floorDivide(total, microsecondsOfDay);
    if (days > mostDays || days < -mostDays)
      throw new PythonError('OverflowError', `days=${days}; must have magnitude <= ${mostDays}`);
  }

  get days(): number {
    return Number(floorDivide(this.total, microsecondsOfDay));
  }

  /** Of the day that has begun: from 0 up to 86,400. */
  get seconds(): number {
    return Number(floorDivide(this.total, million) - BigInt(this.days) * 86_400n);
  }

  get microseconds(): number {
    return Number(this.total - floorDivide(this.total, million) * million);
  }

  override attribute(name: string): Value | undefined {
    if (name === 'days' || name === 'seconds' || name === 'microseconds') return this[name];
    if (name === 'total_seconds')
      return fn('total_seconds()', () => divide(integer(this.total), Number(million)));
    return undefined;
  }

  override truth(): boolean {
    return this.total !== 0n;
  }

  override equals(other: Value): boolean {
    return other instanceof TimeDelta && other.total === this.total;
  }

  override compare(other: Value): number | undefined {
    if (!(other instanceof TimeDelta)) return undefined;
    return Number(this.total > other.total) - Number(this.total < other.total);
  }

  override negate(): TimeDelta {
    return new TimeDelta(-this.total);
  }

  override operate(operator: BinaryOperator, other: Value, isReversed: boolean): Value | undefined {
    if (other instanceof TimeDelta)
      return isReversed ? undefined : withDelta(operator, this.total, other.total);
    if (operator === '*') return scaled(this.total, ratioOf(other));
    if (isReversed) return undefined;
    const ratio = ratioOf(other);
    if (operator === '/') return scaled(this.total, ratio && [ratio[1], ratio[0]]);
    if (operator === '//' && ratio?.[1] === 1n)
      return new TimeDelta(floorDivide(this.total, checked(ratio[0])));
    return undefined;
  }

  override repr(): string {
    const parts = (['days', 'seconds', 'microseconds'] as const)
      .filter((name) => this[name] !== 0)
      .map((name) => `${name}=${this[name]}`);
    return `datetime.timedelta(${parts.join(', ') || '0'})`;
  }

  override str(): string {
    const { days, seconds, microseconds } = this;
    const twoDigits = (value: number): string => String(Math.floor(value)).padStart(2, '0');
    const time = `${Math.floor(seconds / 3600)}:${twoDigits((seconds / 60) % 60)}:${twoDigits(seconds % 60)}`;
    const fraction = microseconds === 0 ? '' : `.${String(microseconds).padStart(6, '0')}`;
    const day = days === 0 ? '' : `${days} day${Math.abs(days) === 1 ? '' : 's'}, `;
    return day + time + fraction;
  }
}

function withDelta(operator: BinaryOperator, one: bigint, other: bigint): Value | undefined {
  if (operator === '+') return new TimeDelta(one + other);
  if (operator === '-') return new TimeDelta(one - other);
  if (operator === '/') return divide(integer(one), integer(other));
  if (operator === '//') return integer(floorDivide(one, checked(other)));
  if (operator === '%') return new TimeDelta(one - floorDivide(one, checked(other)) * other);
  return undefined;
}

function checked(divisor: bigint): bigint {
  if (divisor === 0n) throw new PythonError('ZeroDivisionError', 'integer division or modulo by zero');
  return divisor;
}

/** A number as a fraction, exactly; undefined for what is none. */
function ratioOf(value: Value): [bigint, bigint] | undefined {
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'bigint')
    return [BigInt(value), 1n];
  if (!(value instanceof Float) || !Number.isFinite(value.value)) return undefined;
  let numerator = value.value;
  let denominator = 1n;
  while (!Number.isInteger(numerator)) {
    numerator *= 2;
    denominator *= 2n;
  }
  return [BigInt(numerator), denominator];
}

/** Half a microsecond goes to the even one, as Python rounds. */
function scaled(total: bigint, ratio: readonly [bigint, bigint] | undefined): TimeDelta | undefined {
  if (ratio === undefined) return undefined;
  const sign = ratio[1] < 0n ? -1n : 1n;
  const divisor = checked(ratio[1]) * sign;
  const value = total * ratio[0] * sign;
  const below = floorDivide(value, divisor);
  const twice = (value - below * divisor) * 2n;
  const isUp = twice > divisor || (twice === divisor && below % 2n !== 0n);
  return new TimeDelta(isUp ? below + 1n : below);
}

function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by !== 0n && value < 0n !== by < 0n ? quotient - 1n : quotient;
}
