import { PythonError, typeError } from '../values/errors.ts';
import { Float } from '../values/float.ts';
import type { BinaryOperator } from '../values/instance.ts';
import type { Value } from '../values/value.ts';
import { dayOf, ordinalOf } from './calendar.ts';
import { CalendarDate, DateValue } from './date.ts';
import { dateTimeMethods } from './date-time-methods.ts';
import type { Moment } from './strftime.ts';
import { TimeDelta } from './time-delta.ts';
import { type TimeOfDay, timeText } from './time-of-day.ts';
import { offsetDigits, Zone } from './zone.ts';

const million = 1_000_000n;
const microsecondsOfDay = 86_400n * million;
/** 1970-01-01, in microseconds since the day before 0001-01-01. */
const epoch = 719_163n * microsecondsOfDay;

/** `datetime.datetime` of Python. */
export class DateTime extends CalendarDate {
  override readonly typeName = 'datetime';
  readonly time: TimeOfDay;
  /** Seconds east of UTC; undefined: it does not say where. */
  readonly offset: number | undefined;

  constructor(year: number, month: number, day: number, time: TimeOfDay, offset?: number) {
    super(year, month, day);
    this.time = time;
    this.offset = offset;
  }

  /** @param microseconds of the clock on the wall, since the day before 0001-01-01 */
  static ofMicroseconds(microseconds: bigint, offset?: number): DateTime {
    const days = microseconds / microsecondsOfDay;
    if (microseconds < microsecondsOfDay || days > 3_652_059n)
      throw new PythonError('OverflowError', 'date value out of range');
    const { year, month, day } = dayOf(Number(days));
    const rest = Number(microseconds % microsecondsOfDay);
    const seconds = Math.floor(rest / 1e6);
    const time = {
      hour: Math.floor(seconds / 3600),
      minute: Math.floor(seconds / 60) % 60,
      second: seconds % 60,
      microsecond: rest % 1e6,
    };
    return new DateTime(year, month, day, time, offset);
  }

  /** @param milliseconds since 1970 */
  static ofClock(milliseconds: number, offset?: number): DateTime {
    const microseconds = BigInt(Math.round(milliseconds * 1000)) + BigInt(offset ?? 0) * million;
    return DateTime.ofMicroseconds(microseconds + epoch, offset);
  }

  /** Of the clock on the wall, since the day before 0001-01-01. */
  get microseconds(): bigint {
    const { hour, minute, second, microsecond } = this.time;
    const seconds = hour * 3600 + minute * 60 + second;
    return BigInt(ordinalOf(this)) * microsecondsOfDay + BigInt(seconds) * million + BigInt(microsecond);
  }

  /** The same moment everywhere; what does not say where is taken for UTC. */
  get instant(): bigint {
    return this.microseconds - BigInt(this.offset ?? 0) * million;
  }

  get timestamp(): Float {
    return new Float(Number(this.instant - epoch) / 1e6);
  }

  override get moment(): Moment {
    const offset = this.offset === undefined ? '' : offsetDigits(this.offset, '');
    const zone = this.offset === undefined ? '' : new Zone(this.offset).str();
    const { year, month, day } = this;
    return { year, month, day, ...this.time, offset, zone };
  }

  override attribute(name: string): Value | undefined {
    if (name === 'hour' || name === 'minute' || name === 'second' || name === 'microsecond')
      return this.time[name];
    if (name === 'fold') return 0;
    if (name === 'tzinfo') return this.offset === undefined ? null : new Zone(this.offset);
    return dateTimeMethods(this, name) ?? super.attribute(name);
  }

  override equals(other: Value): boolean {
    return other instanceof DateTime && this.#goesWith(other) && other.instant === this.instant;
  }

  override compare(other: Value): number | undefined {
    if (!(other instanceof DateTime)) return undefined;
    if (!this.#goesWith(other)) throw typeError("can't compare offset-naive and offset-aware datetimes");
    return Number(this.instant > other.instant) - Number(this.instant < other.instant);
  }

  override operate(operator: BinaryOperator, other: Value, isReversed: boolean): Value | undefined {
    if (other instanceof TimeDelta && operator === '+')
      return DateTime.ofMicroseconds(this.microseconds + other.total, this.offset);
    if (operator !== '-' || isReversed) return undefined;
    if (other instanceof TimeDelta)
      return DateTime.ofMicroseconds(this.microseconds - other.total, this.offset);
    if (!(other instanceof DateTime)) return undefined;
    if (!this.#goesWith(other)) throw typeError("can't subtract offset-naive and offset-aware datetimes");
    return new TimeDelta(this.instant - other.instant);
  }

  #goesWith(other: DateTime): boolean {
    return (this.offset === undefined) === (other.offset === undefined);
  }

  date(): DateValue {
    return new DateValue(this.year, this.month, this.day);
  }

  override repr(): string {
    const { hour, minute, second, microsecond } = this.time;
    const rest = microsecond ? [second, microsecond] : second ? [second] : [];
    const zone = this.offset === undefined ? [] : [`tzinfo=${new Zone(this.offset).repr()}`];
    return `datetime.datetime(${[this.year, this.month, this.day, hour, minute, ...rest, ...zone].join(', ')})`;
  }

  override str(): string {
    return this.isoformat(' ');
  }

  override isoformat(separator = 'T', precision = 'auto'): string {
    const offset = this.offset === undefined ? '' : offsetDigits(this.offset, ':');
    return `${super.isoformat()}${separator}${timeText(this.time, precision)}${offset}`;
  }
}
