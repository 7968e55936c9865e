import { PythonError } from '../values/errors.ts';
import { fn } from '../values/function.ts';
import { str } from '../values/print.ts';
import { Tuple } from '../values/tuple.ts';
import type { Value } from '../values/value.ts';
import { wholeNumber } from '../values/whole-number.ts';
import { dayOfYear, weekdayOf } from './calendar.ts';
import { DateTime } from './date-time.ts';
import { strptime } from './strptime.ts';
import { TimeDelta } from './time-delta.ts';
import { TimeOfDayValue } from './time-of-day.ts';
import { Zone } from './zone.ts';

const methods = new Map<string, (moment: DateTime) => Value>(
  Object.entries({
    date: (moment) => fn('date()', () => moment.date()),
    dst: () => fn('dst()', () => null),
    isoformat: (moment) =>
      fn("isoformat(sep='T', timespec='auto')", (_call, separator: Value, precision: Value) =>
        moment.isoformat(str(separator), str(precision)),
      ),
    replace: (moment) => fn(replaceSignature, (_call, ...parts: Value[]) => replaced(moment, parts)),
    strptime: () =>
      fn('strptime(date_string, format)', (_call, text: Value, format: Value) =>
        strptime(str(text), str(format)),
      ),
    time: (moment) => fn('time()', () => new TimeOfDayValue(moment.time)),
    timestamp: (moment) => fn('timestamp()', () => moment.timestamp),
    timetuple: (moment) => fn('timetuple()', () => timeTuple(moment)),
    tzname: (moment) =>
      fn('tzname()', () => (moment.offset === undefined ? null : new Zone(moment.offset).str())),
    utcoffset: (moment) =>
      fn('utcoffset()', () =>
        moment.offset === undefined ? null : new TimeDelta(BigInt(moment.offset) * 1_000_000n),
      ),
  } satisfies Record<string, (moment: DateTime) => Value>),
);

const parts = ['year', 'month', 'day', 'hour', 'minute', 'second', 'microsecond'] as const;
const replaceSignature = `replace(${parts.map((part) => `${part}=None`).join(', ')})`;

/** Methods that Python has, and that nobody needs in a template. */
const unsupported = new Set(['astimezone', 'timetz', 'utctimetuple', 'combine']);

/** What a datetime can do and a date cannot. */
export function dateTimeMethods(moment: DateTime, name: string): Value | undefined {
  if (unsupported.has(name))
    throw new PythonError('NotSupported', `${name}() of a datetime is not supported; use strftime()`);
  return methods.get(name)?.(moment);
}

function replaced(moment: DateTime, given: readonly Value[]): DateTime {
  const now = [
    moment.year,
    moment.month,
    moment.day,
    ...parts.slice(3).map((part) => moment.attribute(part)),
  ];
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, microsecond = 0] = now.map(
    (old, index) => wholeNumber(given[index] ?? old ?? 0),
  );
  if (hour > 23 || hour < 0) throw new PythonError('ValueError', 'hour must be in 0..23');
  if (minute > 59 || minute < 0) throw new PythonError('ValueError', 'minute must be in 0..59');
  if (second > 59 || second < 0) throw new PythonError('ValueError', 'second must be in 0..59');
  return new DateTime(year, month, day, { hour, minute, second, microsecond }, moment.offset);
}

/** As `time.struct_time`; whether it is summer time is not known. */
function timeTuple(moment: DateTime): Tuple {
  const { hour, minute, second } = moment.time;
  const day = [moment.year, moment.month, moment.day];
  return new Tuple([...day, hour, minute, second, weekdayOf(moment), dayOfYear(moment), -1]);
}
