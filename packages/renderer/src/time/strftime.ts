import { PythonError } from '../values/errors.ts';
import {
  type Day,
  dayOfYear,
  isoWeekOf,
  monthNames,
  ordinalOf,
  weekdayNames,
  weekdayOf,
} from './calendar.ts';

/** A day and a time of day, as `strftime` sees them. */
export interface Moment extends Day {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** `%f`; without it the directive stays as it is. */
  readonly microsecond?: number;
  /** `%z`, such as `+0100`. */
  readonly offset: string;
  /** `%Z`. */
  readonly zone: string;
}

const directive = /%([-_0^#]*)(\d*)(?:[EO](?=[a-zA-Z]))?([a-zA-Z%])/g;

/** How a number is filled up: to how many characters, and with what. */
interface Field {
  readonly text: string;
  readonly width: number;
  readonly fill: '0' | ' ' | '';
}

/**
 * Writes a moment in a format, as the C library of Linux does in the locale C.
 *
 * @example
 * strftime('%d.%m.%Y', { year: 2024, month: 2, day: 29, … }); // '29.02.2024'
 */
export function strftime(format: string, moment: Moment): string {
  return format.replaceAll(directive, (whole, flags: string, width: string, letter: string) => {
    const field = fieldOf(letter, moment);
    return field ? fill(field, flags, width) : whole;
  });
}

function fill(field: Field, flags: string, width: string): string {
  const isUpper = flags.includes('^') || flags.includes('#');
  const last = /[-_0]/.exec([...flags].reverse().join(''))?.[0];
  const sign = last === '-' ? '' : last === '_' ? ' ' : last === '0' ? '0' : field.fill;
  const least = width === '' ? (sign === '' || last === '-' ? 0 : field.width) : Number(width);
  const text = isUpper ? field.text.toUpperCase() : field.text;
  if (least > longest) throw new PythonError('NotSupported', `%${width} is wider than ${longest} characters`);
  return text.padStart(least, sign || ' ');
}

/** A width past this is a mistake. */
const longest = 1000;

const number = (value: number, width: number, fill: Field['fill'] = '0'): Field => ({
  text: String(value),
  width,
  fill,
});
const text = (value: string): Field => ({ text: value, width: 0, fill: '' });
const modulo = (value: number, by: number): number => ((value % by) + by) % by;
const hour12 = (hour: number): number => hour % 12 || 12;

/** Of the year, where the first week begins with the first such day: from 0 where weeks begin on Mondays. */
function weekOfYear(moment: Moment, weekday: number): number {
  return Math.floor((dayOfYear(moment) + 6 - weekday) / 7);
}

const inWords = (format: string) => (moment: Moment) => text(strftime(format, moment));

const fields = new Map<string, (moment: Moment) => Field>(
  Object.entries({
    a: (moment) => text((weekdayNames[weekdayOf(moment)] ?? '').slice(0, 3)),
    A: (moment) => text(weekdayNames[weekdayOf(moment)] ?? ''),
    b: ({ month }) => text((monthNames[month - 1] ?? '').slice(0, 3)),
    B: ({ month }) => text(monthNames[month - 1] ?? ''),
    c: inWords('%a %b %e %H:%M:%S %Y'),
    C: ({ year }) => number(Math.floor(year / 100), 0),
    d: ({ day }) => number(day, 2),
    D: inWords('%m/%d/%y'),
    e: ({ day }) => number(day, 2, ' '),
    F: inWords('%Y-%m-%d'),
    g: (moment) => number(modulo(isoWeekOf(moment).year, 100), 2),
    G: (moment) => number(isoWeekOf(moment).year, 0),
    h: ({ month }) => text((monthNames[month - 1] ?? '').slice(0, 3)),
    H: ({ hour }) => number(hour, 2),
    I: ({ hour }) => number(hour12(hour), 2),
    j: (moment) => number(dayOfYear(moment), 3),
    k: ({ hour }) => number(hour, 2, ' '),
    l: ({ hour }) => number(hour12(hour), 2, ' '),
    m: ({ month }) => number(month, 2),
    M: ({ minute }) => number(minute, 2),
    n: () => text('\n'),
    p: ({ hour }) => text(hour < 12 ? 'AM' : 'PM'),
    P: ({ hour }) => text(hour < 12 ? 'am' : 'pm'),
    r: inWords('%I:%M:%S %p'),
    R: inWords('%H:%M'),
    s: (moment) => number(secondsOf(moment), 0),
    S: ({ second }) => number(second, 2),
    t: () => text('\t'),
    T: inWords('%H:%M:%S'),
    u: (moment) => number(weekdayOf(moment) + 1, 1),
    U: (moment) => number(weekOfYear(moment, (weekdayOf(moment) + 1) % 7), 2),
    V: (moment) => number(isoWeekOf(moment).week, 2),
    w: (moment) => number((weekdayOf(moment) + 1) % 7, 1),
    W: (moment) => number(weekOfYear(moment, weekdayOf(moment)), 2),
    x: inWords('%m/%d/%y'),
    X: inWords('%H:%M:%S'),
    y: ({ year }) => number(modulo(year, 100), 2),
    Y: ({ year }) => number(year, 0),
    z: ({ offset }) => text(offset),
    Z: ({ zone }) => text(zone),
    '%': () => text('%'),
  } satisfies Record<string, (moment: Moment) => Field>),
);

function fieldOf(letter: string, moment: Moment): Field | undefined {
  if (letter === 'f' && moment.microsecond !== undefined) return number(moment.microsecond, 6);
  return fields.get(letter)?.(moment);
}

/** Since 1970, with the time of day taken for UTC. */
function secondsOf(moment: Moment): number {
  const days = ordinalOf(moment) - ordinalOf({ year: 1970, month: 1, day: 1 });
  return days * 86_400 + moment.hour * 3600 + moment.minute * 60 + moment.second;
}
