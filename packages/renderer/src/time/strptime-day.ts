import { valueError } from '../values/errors.ts';
import { type Day, dayOf, isoYearStart, ordinalOf, weekdayOf } from './calendar.ts';

/** What was read for each directive, by its letter. */
export type Given = ReadonlyMap<string, string>;

/** Returns the day that was given: by its date, by its number in the year, or by a week and a day of the week. */
export function dayGiven(given: Given): Day {
  const year = yearOf(given);
  const weekday = weekdayGiven(given);
  if (given.has('G') || given.has('V')) return dayOf(isoDay(given, weekday));
  const first = ordinalOf({ year, month: 1, day: 1 });
  if (given.has('j')) return dayOf(first + Number(given.get('j')) - 1);
  const week = given.get('W') ?? given.get('U');
  const hasYear = given.has('Y') || given.has('y');
  if (week !== undefined && weekday !== undefined && hasYear)
    return dayOf(first + dayInWeeks(year, Number(week), weekday, given.has('W')));
  return { year, month: Number(given.get('m') ?? 1), day: Number(given.get('d') ?? 1) };
}

function yearOf(given: Given): number {
  const short = given.get('y');
  if (short !== undefined) return Number(short) + (Number(short) <= 68 ? 2000 : 1900);
  return Number(given.get('Y') ?? 1900);
}

/** From 0, a Monday. */
function weekdayGiven(given: Given): number | undefined {
  const fromSunday = given.get('w');
  if (fromSunday !== undefined) return (Number(fromSunday) + 6) % 7;
  const fromMonday = given.get('u');
  return fromMonday === undefined ? undefined : Number(fromMonday) - 1;
}

function isoDay(given: Given, weekday: number | undefined): number {
  const year = given.get('G');
  const week = given.get('V');
  if (year === undefined || week === undefined || weekday === undefined)
    throw valueError("%G and %V go together, and with a day of the week ('%A', '%a', '%w', or '%u')");
  return isoYearStart(Number(year)) + (Number(week) - 1) * 7 + weekday;
}

/** Days after the first of January; days before the first whole week are in week 0. */
function dayInWeeks(year: number, week: number, weekday: number, fromMonday: boolean): number {
  const shift = fromMonday ? 0 : 1;
  const first = (weekdayOf({ year, month: 1, day: 1 }) + shift) % 7;
  const day = (weekday + shift) % 7;
  const before = (7 - first) % 7;
  return week === 0 ? day - first : before + (week - 1) * 7 + day;
}
