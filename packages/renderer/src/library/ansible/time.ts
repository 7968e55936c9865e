import type { Call } from '../../runtime/call.ts';
import { DateTime } from '../../time/date-time.ts';
import { strftime } from '../../time/strftime.ts';
import { strptime } from '../../time/strptime.ts';
import { PythonError, typeError } from '../../values/errors.ts';
import { Float } from '../../values/float.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { Markup } from '../../values/markup.ts';
import { toFloat } from '../../values/numbers.ts';
import { str } from '../../values/print.ts';
import { truth } from '../../values/truth.ts';
import { typeName } from '../../values/type-name.ts';
import type { Value } from '../../values/value.ts';

/** Ansible's filters of dates and times. Where Python asks for the time zone of the machine, it is UTC here. */
export const timeFilters: Readonly<Record<string, PythonFunction>> = {
  strftime: fn('strftime(string_format, second=None, utc=False)', formatted),
  to_datetime: fn("to_datetime(string, format='%Y-%m-%d %H:%M:%S')", (_call, text: Value, format: Value) =>
    strptime(textOf(text, 1), textOf(format, 2)),
  ),
};

export const timeGlobals: Readonly<Record<string, PythonFunction>> = {
  now: fn('now(utc=False, fmt=None)', (call, _utc: Value, format: Value) => {
    const now = DateTime.ofClock(call.now());
    return truth(format) ? strftime(str(format), now.moment) : now;
  }),
};

function textOf(value: Value, position: number): string {
  if (typeof value === 'string') return value;
  if (value instanceof Markup) return value.text;
  throw typeError(`strptime() argument ${position} must be str, not ${typeName(value)}`);
}

function formatted(call: Call, format: Value, second: Value, utc: Value): string {
  const seconds = second === null ? Math.floor(call.now() / 1000) : secondsOf(second);
  const { microsecond: _, ...moment } = DateTime.ofClock(Math.floor(seconds) * 1000).moment;
  return strftime(str(format), { ...moment, offset: '+0000', zone: truth(utc) ? 'GMT' : 'UTC' });
}

function secondsOf(value: Value): number {
  const seconds = numberOf(value);
  if (seconds === undefined)
    throw new PythonError('AnsibleFilterError', `Invalid value for epoch value (${str(value)})`);
  return seconds;
}

function numberOf(value: Value): number | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return Number(value);
  if (value instanceof Float) return value.value;
  return typeof value === 'string' ? toFloat(value)?.value : undefined;
}
