import { textBetween } from '../code-points.ts';
import { typeError, valueError } from '../errors.ts';
import { Float } from '../float.ts';
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
  if (typeof value === 'string') return formatText(value, parseSpec(spec, 'str'));
  if (value instanceof Markup) return formatText(value.text, parseSpec(spec, 'str'));
  if (value instanceof Float) return formatFloat(value.value, parseSpec(spec, 'float'), 'float');
  const int = integral(value);
  if (int !== undefined) return formatInteger(int, parseSpec(spec, 'int'), typeName(value));
  throw typeError(`unsupported format string passed to ${typeName(value)}.__format__`);
}

function formatText(text: string, spec: Spec): string {
  if (spec.type !== '' && spec.type !== 's') {
    throw valueError(`Unknown format code '${spec.type}' for object of type 'str'`);
  }
  if (spec.sign) throw valueError(signMessage(spec.sign));
  if (spec.isAlternate) throw valueError('Alternate form (#) not allowed in string format specifier');
  if (spec.grouping) throw valueError(`Cannot specify '${spec.grouping}' with 's'.`);
  if (spec.align === '=') throw valueError("'=' alignment not allowed in string format specifier");
  const cut = spec.precision === undefined ? text : textBetween(text, 0, spec.precision);
  return padded(cut, spec.width, spec.align ?? '<', spec.fill);
}

function signMessage(sign: string): string {
  return sign === ' '
    ? 'Space not allowed in string format specifier'
    : 'Sign not allowed in string format specifier';
}
