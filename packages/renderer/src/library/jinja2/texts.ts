import type { Call } from '../../runtime/call.ts';
import { modulo } from '../../values/arithmetic.ts';
import { characters, lengthOfText, textBetween } from '../../values/code-points.ts';
import { Dict } from '../../values/dict.ts';
import { PythonError, typeError } from '../../values/errors.ts';
import { escaped } from '../../values/escape.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { Markup } from '../../values/markup.ts';
import { str } from '../../values/print.ts';
import { truth } from '../../values/truth.ts';
import { Tuple } from '../../values/tuple.ts';
import { typeName } from '../../values/type-name.ts';
import { Undefined } from '../../values/undefined.ts';
import type { Named, Value } from '../../values/value.ts';

/** A value as a text; a safe one stays safe. */
export function soft(value: Value): string | Markup {
  return value instanceof Markup ? value : str(value);
}

/** Calls a method of a text. */
function method(call: Call, value: Value, name: string, ...args: Value[]): Value {
  return call.invoke(call.attribute(soft(value), name), args);
}

/** Does something to a text; a safe one is safe after it. */
function within(value: Value, change: (text: string) => string): Value {
  return value instanceof Markup ? new Markup(change(value.text)) : change(str(value));
}

export const textFilters: Record<string, PythonFunction> = {
  string: fn('string(object)', (_call, value: Value) => soft(value)),
  upper: fn('upper(s)', (call, value: Value) => method(call, value, 'upper')),
  lower: fn('lower(s)', (call, value: Value) => method(call, value, 'lower')),
  capitalize: fn('capitalize(s)', (call, value: Value) => method(call, value, 'capitalize')),
  center: fn('center(value, width=80)', (call, value: Value, width: Value) =>
    method(call, value, 'center', width),
  ),
  trim: fn('trim(value, chars=None)', (call, value: Value, chars: Value) =>
    method(call, value, 'strip', chars),
  ),
  title: fn('title(s)', (_call, value: Value) => titled(str(value))),
  replace: fn('replace(s, old, new, count=None)', replace),
  format: fn('format(value, *args, **kwargs)', format),
  indent: fn('indent(s, width=4, first=False, blank=False)', indent),
  truncate: fn("truncate(s, length=255, killwords=False, end='...', leeway=None)", truncate),
  wordcount: fn('wordcount(s)', (_call, value: Value) => (str(value).match(/[\p{L}\p{N}_]+/gu) ?? []).length),
};

/** Words begin after blanks, hyphens and opening brackets. */
function titled(text: string): string {
  return text
    .split(/([-\s({[<]+)/u)
    .map((word) => {
      const [first = '', ...rest] = characters(word);
      return first.toUpperCase() + rest.join('').toLowerCase();
    })
    .join('');
}

function replace(call: Call, value: Value, old: Value, by: Value, count: Value): Value {
  const times = count ?? -1;
  if (!call.autoescape) return method(call, str(value), 'replace', str(old), str(by), times);
  const isSafe = old instanceof Markup || (by instanceof Markup && !(value instanceof Markup));
  const text = isSafe && !(value instanceof Markup) ? new Markup(escaped(value)) : soft(value);
  return method(call, text, 'replace', soft(old), soft(by), times);
}

function format(_call: Call, value: Value, args: Value[], named: Named): Value {
  if (args.length > 0 && named.size > 0) {
    throw new PythonError(
      'FilterArgumentError',
      "can't handle positional and keyword arguments at the same time",
    );
  }
  return modulo(soft(value), named.size > 0 ? Dict.of(named) : new Tuple(args));
}

function indent(_call: Call, value: Value, width: Value, first: Value, blank: Value): Value {
  const by =
    typeof width === 'string' ? width : width instanceof Markup ? width.text : ' '.repeat(Number(width));
  if (value instanceof Undefined && value.isStrict) throw value.error();
  if (typeof value !== 'string' && !(value instanceof Markup) && !(value instanceof Undefined)) {
    throw typeError(`unsupported operand type(s) for +=: '${typeName(value)}' and 'str'`);
  }
  return within(value, (text) => {
    const lines = text.split(LINE_ENDS);
    const [head = '', ...rest] = lines;
    const tail = rest.map((line) => `\n${line || truth(blank) ? by : ''}${line}`);
    return (truth(first) ? by : '') + head + tail.join('');
  });
}

/** Where Python's `splitlines` splits. */
export const LINE_ENDS: RegExp = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;

function truncate(
  call: Call,
  value: Value,
  length: Value,
  killWords: Value,
  end: Value,
  given: Value,
): Value {
  const mark = str(end);
  const most = Number(length);
  const leeway = Number(given ?? call.policies.get('truncate.leeway') ?? 5);
  if (most < lengthOfText(mark))
    throw new PythonError('RuntimeError', `expected length >= ${lengthOfText(mark)}, got ${most}`);
  if (leeway < 0) throw new PythonError('RuntimeError', `expected leeway >= 0, got ${leeway}`);
  const text = soft(value);
  const whole = str(text);
  if (lengthOfText(whole) <= most + leeway) return text;
  return within(text, () => {
    const kept = textBetween(whole, 0, most - lengthOfText(mark));
    const space = kept.lastIndexOf(' ');
    return (truth(killWords) || space < 0 ? kept : kept.slice(0, space)) + mark;
  });
}
