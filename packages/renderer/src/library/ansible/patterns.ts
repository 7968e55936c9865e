import { Pattern } from '../../regex/pattern.ts';
import { typeError } from '../../values/errors.ts';
import { str } from '../../values/print.ts';
import { truth } from '../../values/truth.ts';
import { Undefined } from '../../values/undefined.ts';
import type { Value } from '../../values/value.ts';

/** How many patterns are kept: a filter in a loop asks for the same one again and again. */
const KEPT = 64;

const patterns = new Map<string, Pattern>();

/** The pattern of a filter or a test, with its flags. */
export function patternOf(source: Value, ignoreCase: Value, multiline: Value): Pattern {
  if (source instanceof Undefined) throw source.error();
  if (typeof source !== 'string') throw typeError('first argument must be string or compiled pattern');
  const flags = { ignoreCase: truth(ignoreCase), multiline: truth(multiline) };
  const key = `${Number(flags.ignoreCase)}${Number(flags.multiline)}${source}`;
  const known = patterns.get(key);
  if (known) return known;
  const pattern = new Pattern(source, flags);
  for (const oldest of patterns.keys()) {
    if (patterns.size < KEPT) break;
    patterns.delete(oldest);
  }
  patterns.set(key, pattern);
  return pattern;
}

/** The text that a pattern is looked for in: anything is printed. */
export const subjectOf = (value: Value): string => str(value);
