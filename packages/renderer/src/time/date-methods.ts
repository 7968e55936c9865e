import { fn } from '../values/function.ts';
import { str } from '../values/print.ts';
import { Tuple } from '../values/tuple.ts';
import type { Value } from '../values/value.ts';
import { isoWeekOf, ordinalOf, weekdayOf } from './calendar.ts';
import type { CalendarDate } from './date.ts';
import { strftime } from './strftime.ts';

const methods = new Map<string, (date: CalendarDate) => Value>(
  Object.entries({
    ctime: (date) => fn('ctime()', () => strftime('%a %b %e %H:%M:%S %04Y', date.moment)),
    isocalendar: (date) => fn('isocalendar()', () => isoCalendar(date)),
    isoformat: (date) => fn('isoformat()', () => date.isoformat()),
    isoweekday: (date) => fn('isoweekday()', () => weekdayOf(date) + 1),
    strftime: (date) => fn('strftime(format)', (_call, format: Value) => strftime(str(format), date.moment)),
    toordinal: (date) => fn('toordinal()', () => ordinalOf(date)),
    weekday: (date) => fn('weekday()', () => weekdayOf(date)),
  } satisfies Record<string, (date: CalendarDate) => Value>),
);

/** What a date can do, and a datetime, too. */
export function dateMethods(date: CalendarDate, name: string): Value | undefined {
  return methods.get(name)?.(date);
}

function isoCalendar(date: CalendarDate): Tuple {
  const { year, week } = isoWeekOf(date);
  return new Tuple([year, week, weekdayOf(date) + 1]);
}
