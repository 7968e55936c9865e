import { textBetween } from '../code-points.ts';
import { typeError, valueError } from '../errors.ts';
import { Float } from '../float.ts';
import { Instance } from '../instance.ts';
import { Markup } from '../markup.ts';
import { integral } from '../numeric.ts';
import { str } from '../print.ts';
import { typeName } from '../type-name.ts';
import type { Value } from '../value.ts';
import { padded } from './pad.ts';
import { formatFloat, formatInteger } from './spec-number.ts';
import { parseSpec, type Spec } from './spec-parse.ts';

/**
 * Python's `format(value, spec)`, such as `{:>8.3f}`.
 *
 * @throws PythonError for a wrong specification, with Python's words.
 */
export function formatValue(value: Value, spec: string): string {
  if (spec === '') return str(value);
  const object = typeName(value);
  if (typeof value === 'string') return formatText(value, parseSpec(spec, 's', object), object);
  if (value instanceof Markup) return formatText(value.text, parseSpec(spec, 's', object), object);
  if (value instanceof Float) return formatFloat(value.value, parseSpec(spec, '', object), object);
  const int = integral(value);
  if (int !== undefined) return formatInteger(int, parseSpec(spec, '', object), object);
  const own = value instanceof Instance ? value.format(spec) : undefined;
  if (own !== undefined) return own;
  throw typeError(`unsupported format string passed to ${object}.__format__`);
}

function formatText(text: string, spec: Spec, object: string): string {
  if (spec.type !== 's')
    throw valueError(`Unknown format code '${spec.type}' for object of type '${object}'`);
  const refused = REFUSED.find(([, isThere]) => isThere(spec));
  if (refused) throw valueError(`${refused[0]} not allowed in string format specifier`);
  const cut = spec.precision === undefined ? text : textBetween(text, 0, spec.precision);
  return padded(cut, spec.width, spec.align ?? '<', spec.fill);
}

/** What only numbers have, in the order in which Python looks for it. */
const REFUSED: readonly (readonly [string, (spec: Spec) => boolean])[] = [
  ['Space', ({ sign }) => sign === ' '],
  ['Sign', ({ sign }) => sign !== ''],
  ['Negative zero coercion (z)', ({ hasNoNegativeZero }) => hasNoNegativeZero],
  ['Alternate form (#)', ({ isAlternate }) => isAlternate],
  ["'=' alignment", ({ align }) => align === '='],
];
