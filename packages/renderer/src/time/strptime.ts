import { typeError, valueError } from '../values/errors.ts';
import { monthNames, weekdayNames } from './calendar.ts';
import { DateTime } from './date-time.ts';
import { dayGiven, type Given } from './strptime-day.ts';
import { matcher } from './strptime-format.ts';

/**
 * Reads a date and a time in a format, as Python's `datetime.strptime` does in the locale C.
 *
 * @throws PythonError for a text that is not of the format, and for a format that is none.
 */
export function strptime(text: string, format: string): DateTime {
  const { pattern, letters } = matcher(format);
  const match = pattern.exec(text);
  if (!match) throw valueError(`time data ${quoted(text)} does not match format ${quoted(format)}`);
  if (match[0].length < text.length)
    throw valueError(`unconverted data remains: ${text.slice(match[0].length)}`);
  const given: Given = new Map(letters.map((letter, index) => [letter, match[index + 1] ?? '']));
  const { year, month, day } = dayGiven(withNumbers(given));
  const second = number(given, 'S') ?? 0;
  if (second > 59) throw valueError('second must be in 0..59');
  const microsecond = Number((given.get('f') ?? '').padEnd(6, '0'));
  const time = { hour: hourOf(given), minute: number(given, 'M') ?? 0, second, microsecond };
  return new DateTime(year, month, day, time, offsetOf(given.get('z')));
}

const quoted = (text: string): string => (text.includes("'") ? JSON.stringify(text) : `'${text}'`);

function number(given: Given, letter: string): number | undefined {
  const text = given.get(letter);
  return text === undefined ? undefined : Number(text);
}

/** Names of months and of days of the week become their numbers. */
function withNumbers(given: Given): Given {
  const numbers = new Map(given);
  for (const letter of ['b', 'B']) {
    const month = indexOf(monthNames, given.get(letter));
    if (month !== undefined) numbers.set('m', String(month + 1));
  }
  for (const letter of ['a', 'A']) {
    const weekday = indexOf(weekdayNames, given.get(letter));
    if (weekday !== undefined) numbers.set('u', String(weekday + 1));
  }
  return numbers;
}

function indexOf(names: readonly string[], given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  return names.findIndex((name) => name.toLowerCase().startsWith(given.toLowerCase()));
}

function hourOf(given: Given): number {
  const half = number(given, 'I');
  if (half === undefined) return number(given, 'H') ?? 0;
  return (half % 12) + (given.get('p')?.toLowerCase() === 'pm' ? 12 : 0);
}

function offsetOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (text === 'Z') return 0;
  const [hours = 0, minutes = 0, seconds = 0] = (text.match(/\d\d/g) ?? []).map(Number);
  const size = hours * 3600 + minutes * 60 + seconds;
  if (size >= 86_400) throw valueError('offset must be strictly between -24 and 24 hours');
  if (text.includes('.')) throw typeError('an offset with parts of a second is not supported');
  return text.startsWith('-') ? -size : size;
}
