import { PythonError } from '../values/errors.ts';
import { type BinaryOperator, Instance } from '../values/instance.ts';
import type { Value } from '../values/value.ts';
import { type Day, dayOf, daysInMonth, ordinalOf } from './calendar.ts';
import { dateMethods } from './date-methods.ts';
import { type Moment, strftime } from './strftime.ts';
import { TimeDelta } from './time-delta.ts';

/** What `datetime.date` and `datetime.datetime` of Python have in common. */
export abstract class CalendarDate extends Instance implements Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;

  constructor(year: number, month: number, day: number) {
    super();
    if (year < 1 || year > 9999) throw new PythonError('ValueError', `year ${year} is out of range`);
    if (month < 1 || month > 12) throw new PythonError('ValueError', 'month must be in 1..12');
    if (day < 1 || day > daysInMonth(year, month))
      throw new PythonError('ValueError', 'day is out of range for month');
    this.year = year;
    this.month = month;
    this.day = day;
  }

  override get isStorable(): boolean {
    return true;
  }

  abstract get moment(): Moment;

  override attribute(name: string): Value | undefined {
    if (name === 'year' || name === 'month' || name === 'day') return this[name];
    return dateMethods(this, name);
  }

  override truth(): boolean {
    return true;
  }

  override format(specification: string): string {
    return strftime(specification, this.moment);
  }

  isoformat(): string {
    const digits = (value: number, width: number): string => String(value).padStart(width, '0');
    return `${digits(this.year, 4)}-${digits(this.month, 2)}-${digits(this.day, 2)}`;
  }
}

/** `datetime.date` of Python. */
export class DateValue extends CalendarDate {
  readonly typeName: string = 'date';

  get moment(): Moment {
    const { year, month, day } = this;
    return { year, month, day, hour: 0, minute: 0, second: 0, microsecond: 0, offset: '', zone: '' };
  }

  override equals(other: Value): boolean {
    return other instanceof DateValue && ordinalOf(other) === ordinalOf(this);
  }

  override compare(other: Value): number | undefined {
    return other instanceof DateValue ? ordinalOf(this) - ordinalOf(other) : undefined;
  }

  override operate(operator: BinaryOperator, other: Value, isReversed: boolean): Value | undefined {
    if (operator === '+' && other instanceof TimeDelta) return this.#after(other.days);
    if (operator !== '-' || isReversed) return undefined;
    if (other instanceof TimeDelta) return this.#after(-other.days);
    if (!(other instanceof DateValue)) return undefined;
    return new TimeDelta(BigInt(ordinalOf(this) - ordinalOf(other)) * 86_400_000_000n);
  }

  #after(days: number): DateValue {
    const ordinal = ordinalOf(this) + days;
    if (ordinal < 1 || ordinal > 3_652_059) throw new PythonError('OverflowError', 'date value out of range');
    const { year, month, day } = dayOf(ordinal);
    return new DateValue(year, month, day);
  }

  override repr(): string {
    return `datetime.date(${this.year}, ${this.month}, ${this.day})`;
  }

  override str(): string {
    return this.isoformat();
  }
}
