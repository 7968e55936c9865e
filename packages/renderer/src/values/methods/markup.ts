import type { Call } from '../../runtime/call.ts';
import { PythonError, valueError } from '../errors.ts';
import { escaped, escapedText } from '../escape.ts';
import { formatValue } from '../format/spec.ts';
import { strFormat } from '../format/str-format.ts';
import { getItem } from '../item.ts';
import { listOf } from '../iterate.ts';
import { Markup } from '../markup.ts';
import { Tuple } from '../tuple.ts';
import type { Named, Value } from '../value.ts';
import { type Method, type Methods, methods } from './method.ts';
import { strMethods } from './str.ts';

/** Which argument goes into the result, and has to be safe there. */
const INSERTED: ReadonlyMap<string, number> = new Map([
  ['center', 2],
  ['ljust', 2],
  ['replace', 2],
  ['rjust', 2],
]);

/** What of a safe text is as safe as the text. */
const KEEPS_SAFE = new Set([
  'capitalize',
  'casefold',
  'center',
  'expandtabs',
  'ljust',
  'lower',
  'lstrip',
  'partition',
  'removeprefix',
  'removesuffix',
  'replace',
  'rjust',
  'rpartition',
  'rsplit',
  'rstrip',
  'split',
  'splitlines',
  'strip',
  'swapcase',
  'title',
  'translate',
  'upper',
  'zfill',
]);

function refused(name: string): never {
  throw new PythonError('NotSupported', `Markup.${name}() is not supported`);
}

const own = methods({
  'striptags(self, /)': () => refused('striptags'),
  'unescape(self, /)': () => refused('unescape'),
  'format(self, *args, **kwargs)': (_call, markup: Markup, items: Value[], named: Named) =>
    new Markup(strFormat(markup.text, { items, named: (name) => named.get(name) }, formatSafely)),
  'format_map(self, mapping, /)': (_call, markup: Markup, mapping: Value) =>
    new Markup(
      strFormat(markup.text, { items: undefined, named: (name) => getItem(mapping, name) }, formatSafely),
    ),
  'join(self, iterable, /)': (_call, markup: Markup, items: Value) =>
    new Markup(listOf(items).map(escaped).join(markup.text)),
});

const made = new Map<string, Method>(own);

/** The methods of a `Markup`: those of a text, with what is inserted escaped and a safe result. */
export const markupMethods: Pick<Methods, 'get'> = {
  // Not all at once: the methods of a text may not be there yet, as they format safe texts, too.
  get(name) {
    const known = made.get(name);
    const method = known ? undefined : strMethods.get(name);
    if (!method) return known;
    const safely = onMarkup(method);
    made.set(name, safely);
    return safely;
  },
};

function onMarkup({ name, run }: Method): Method {
  const inserted = INSERTED.get(name);
  return {
    name,
    run: (call: Call, [markup, ...args]: readonly Value[], named?: Named) => {
      const given = args.map((arg, index) => (index + 1 === inserted ? escaped(arg) : arg));
      const result = run(call, [markup instanceof Markup ? markup.text : (markup ?? null), ...given], named);
      return KEEPS_SAFE.has(name) ? safe(result) : result;
    },
  };
}

function safe(value: Value): Value {
  if (typeof value === 'string') return new Markup(value);
  if (Array.isArray(value)) return value.map(safe);
  return value instanceof Tuple ? new Tuple(value.items.map(safe)) : value;
}

function formatSafely(value: Value, spec: string): string {
  if (!(value instanceof Markup)) return escapedText(formatValue(value, spec));
  if (spec === '') return value.text;
  throw valueError(`Format specifier ${spec} given, but Markup does not define __html_format__.`);
}
