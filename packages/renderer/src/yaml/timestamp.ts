import { DateValue } from '../time/date.ts';
import { DateTime } from '../time/date-time.ts';
import { valueError } from '../values/errors.ts';

const timestamp =
  /^(\d+)-(\d+)-(\d+)(?:(?:[Tt]|[ \t]+)(\d+):(\d+):(\d+)(?:\.(\d*))?(?:[ \t]*(?:(Z)|([-+])(\d+)(?::(\d+))?))?)?$/;

/** The date, or the date and time, that a text of YAML's form names. */
export function dateOf(text: string): DateValue | DateTime {
  const match = timestamp.exec(text);
  if (!match) throw valueError(`not a date: '${text}'`);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  if (match[4] === undefined) return new DateValue(year, month, day);
  if (hour > 23) throw valueError('hour must be in 0..23');
  if (minute > 59) throw valueError('minute must be in 0..59');
  if (second > 59) throw valueError('second must be in 0..59');
  const microsecond = Number((match[7] ?? '').slice(0, 6).padEnd(6, '0'));
  return new DateTime(year, month, day, { hour, minute, second, microsecond }, offsetOf(match));
}

/** Seconds east of UTC. */
function offsetOf([, , , , , , , , utc, sign, hours, minutes]: RegExpExecArray): number | undefined {
  if (utc !== undefined) return 0;
  if (sign === undefined) return undefined;
  const size = Number(hours) * 3600 + Number(minutes ?? 0) * 60;
  return sign === '-' && size !== 0 ? -size : size;
}
