const millisecondsOfDay = 86_400_000;
/** The ordinal of 1970-01-01, where 0001-01-01 is 1. */
const epoch = 719_163;

export interface Day {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  /** From 1. */
  readonly day: number;
}

/** Days since the one before 0001-01-01, in the calendar of today extended backwards. */
export function ordinalOf({ year, month, day }: Day): number {
  // Date.UTC would take the years 0 to 99 for 1900 to 1999.
  return new Date(0).setUTCFullYear(year, month - 1, day) / millisecondsOfDay + epoch;
}

export function dayOf(ordinal: number): Day {
  const date = new Date((ordinal - epoch) * millisecondsOfDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function daysInMonth(year: number, month: number): number {
  return ordinalOf({ year, month: month + 1, day: 1 }) - ordinalOf({ year, month, day: 1 });
}

/** From 0, a Monday. */
export function weekdayOf(day: Day): number {
  const weekday = (ordinalOf(day) - 1) % 7;
  return weekday < 0 ? weekday + 7 : weekday;
}

/** From 1. */
export function dayOfYear(day: Day): number {
  return ordinalOf(day) - ordinalOf({ year: day.year, month: 1, day: 1 }) + 1;
}

/** The year that a week belongs to, by ISO 8601: the one with its Thursday. */
export function isoWeekOf(day: Day): { year: number; week: number } {
  const thursday = dayOf(ordinalOf(day) - weekdayOf(day) + 3);
  return { year: thursday.year, week: Math.ceil(dayOfYear(thursday) / 7) };
}

/** The Monday of the first week of a year, by ISO 8601. */
export function isoYearStart(year: number): number {
  const fourth = { year, month: 1, day: 4 };
  return ordinalOf(fourth) - weekdayOf(fourth);
}

export const monthNames: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** From Monday. */
export const weekdayNames: readonly string[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
];
