import type { Call } from '../../runtime/call.ts';
import { add, modulo, multiply, subtract } from '../../values/arithmetic.ts';
import { characters } from '../../values/code-points.ts';
import { greaterOrEqual, lessOrEqual } from '../../values/compare.ts';
import { Dict } from '../../values/dict.ts';
import { PythonError, typeError } from '../../values/errors.ts';
import { escaped } from '../../values/escape.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { lengthOf, listOf } from '../../values/iterate.ts';
import { Markup } from '../../values/markup.ts';
import { lines } from '../../values/methods/str-split.ts';
import { str } from '../../values/print.ts';
import { slice } from '../../values/slice.ts';
import { truth } from '../../values/truth.ts';
import { Tuple } from '../../values/tuple.ts';
import { typeName } from '../../values/type-name.ts';
import { Undefined } from '../../values/undefined.ts';
import type { Named, Value } from '../../values/value.ts';
import { filterError } from './filter-error.ts';

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
    throw filterError("can't handle positional and keyword arguments at the same time");
  }
  return modulo(soft(value), named.size > 0 ? Dict.of(named) : new Tuple(args));
}

function indent(_call: Call, value: Value, width: Value, first: Value, blank: Value): Value {
  const by = str(typeof width === 'string' || width instanceof Markup ? width : multiply(' ', width));
  if (value instanceof Undefined) throw value.error();
  if (typeof value !== 'string' && !(value instanceof Markup))
    throw typeError(`unsupported operand type(s) for +=: '${typeName(value)}' and 'str'`);
  return within(value, (text) => {
    const [head = '', ...rest] = lines(`${text}\n`, false);
    const withBlank = truth(blank);
    const tail = rest.map((line) => `\n${line || withBlank ? by : ''}${line}`);
    return (truth(first) ? by : '') + head + tail.join('');
  });
}

function truncate(
  call: Call,
  value: Value,
  length: Value,
  killWords: Value,
  end: Value,
  given: Value,
): Value {
  const leeway = given ?? call.policies.get('truncate.leeway') ?? 5;
  const mark = lengthOf(end);
  if (!greaterOrEqual(length, mark)) throw assertion(`expected length >= ${mark}, got ${str(length)}`);
  if (!greaterOrEqual(leeway, 0)) throw assertion(`expected leeway >= 0, got ${str(leeway)}`);
  if (lessOrEqual(lengthOf(value), add(length, leeway))) return value;
  const kept = slice(value, null, subtract(length, mark), null);
  if (truth(killWords)) return add(kept, end);
  const [whole = null] = listOf(call.invoke(call.attribute(kept, 'rsplit'), [' ', 1]));
  return add(whole, end);
}

const assertion = (message: string): PythonError => new PythonError('RuntimeError', message);
