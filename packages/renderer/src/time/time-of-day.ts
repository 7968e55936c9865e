import { PythonError } from '../values/errors.ts';
import { fn } from '../values/function.ts';
import { Instance } from '../values/instance.ts';
import { str } from '../values/print.ts';
import type { Value } from '../values/value.ts';
import { type Moment, strftime } from './strftime.ts';

export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
}

/** `datetime.time` of Python. */
export class TimeOfDayValue extends Instance {
  readonly typeName = 'time';
  readonly time: TimeOfDay;

  override get isStorable(): boolean {
    return true;
  }

  constructor(time: TimeOfDay) {
    super();
    this.time = time;
  }

  override attribute(name: string): Value | undefined {
    if (name === 'hour' || name === 'minute' || name === 'second' || name === 'microsecond')
      return this.time[name];
    if (name === 'isoformat')
      return fn("isoformat(timespec='auto')", (_call, precision: Value) =>
        timeText(this.time, str(precision)),
      );
    if (name === 'strftime')
      return fn('strftime(format)', (_call, format: Value) => this.format(str(format)));
    return undefined;
  }

  override equals(other: Value): boolean {
    return other instanceof TimeOfDayValue && this.compare(other) === 0;
  }

  override compare(other: Value): number | undefined {
    if (!(other instanceof TimeOfDayValue)) return undefined;
    const [one, another] = [timeText(this.time, 'microseconds'), timeText(other.time, 'microseconds')];
    return Number(one > another) - Number(one < another);
  }

  override format(specification: string): string {
    const moment: Moment = { year: 1900, month: 1, day: 1, ...this.time, offset: '', zone: '' };
    return strftime(specification, moment);
  }

  override repr(): string {
    const { hour, minute, second, microsecond } = this.time;
    const rest = microsecond ? [second, microsecond] : second ? [second] : [];
    return `datetime.time(${[hour, minute, ...rest].join(', ')})`;
  }

  override str(): string {
    return timeText(this.time, 'auto');
  }
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** `10:30:00`, with as much behind the seconds as there is or as is asked for. */
export function timeText({ hour, minute, second, microsecond }: TimeOfDay, precision: string): string {
  const parts = [twoDigits(hour), twoDigits(minute), twoDigits(second)];
  const fraction = String(microsecond).padStart(6, '0');
  switch (precision) {
    case 'auto':
      return parts.join(':') + (microsecond ? `.${fraction}` : '');
    case 'hours':
    case 'minutes':
    case 'seconds':
      return parts.slice(0, ['hours', 'minutes', 'seconds'].indexOf(precision) + 1).join(':');
    case 'milliseconds':
      return `${parts.join(':')}.${fraction.slice(0, 3)}`;
    case 'microseconds':
      return `${parts.join(':')}.${fraction}`;
    default:
      throw new PythonError('ValueError', 'Unknown timespec value');
  }
}
