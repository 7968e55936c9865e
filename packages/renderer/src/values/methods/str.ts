import { strFormat } from '../format/str-format.ts';
import { getItem } from '../item.ts';
import { Undefined } from '../undefined.ts';
import type { Named, Value } from '../value.ts';
import { flag, smallNumber } from '../whole-number.ts';
import { countArgument, textArgument } from './arguments.ts';
import { type Method, type Methods, methods } from './method.ts';
import { capitalized, caseFolded, isLower, isTitle, isUpper, swapCased, titleCased } from './str-case.ts';
import { KINDS } from './str-kinds.ts';
import { justified, withoutTabs, zeroFilled } from './str-pad.ts';
import { count, find, index, isAt, replaced } from './str-search.ts';
import { joined, lines, partition, split, strip } from './str-split.ts';
import { encodeRefused, translated, translationTable } from './str-translate.ts';

const casing = methods({
  'capitalize(self, /)': (_call, text: string) => capitalized(text),
  'casefold(self, /)': (_call, text: string) => caseFolded(text),
  'islower(self, /)': (_call, text: string) => isLower(text),
  'istitle(self, /)': (_call, text: string) => isTitle(text),
  'isupper(self, /)': (_call, text: string) => isUpper(text),
  'lower(self, /)': (_call, text: string) => text.toLowerCase(),
  'swapcase(self, /)': (_call, text: string) => swapCased(text),
  'title(self, /)': (_call, text: string) => titleCased(text),
  'upper(self, /)': (_call, text: string) => text.toUpperCase(),
});

const searching = methods({
  'count(self, sub, start=None, end=None, /)': (_call, text: string, sub: Value, start: Value, end: Value) =>
    count(text, sub, start, end),
  'endswith(self, suffix, start=None, end=None, /)': (
    _call,
    text: string,
    suffix: Value,
    start: Value,
    end: Value,
  ) => isAt('endswith', text, suffix, start, end),
  'find(self, sub, start=None, end=None, /)': (_call, text: string, sub: Value, start: Value, end: Value) =>
    find(text, sub, start, end, false),
  'index(self, sub, start=None, end=None, /)': (_call, text: string, sub: Value, start: Value, end: Value) =>
    index(text, sub, start, end, false),
  'replace(self, old, new, count=-1, /)': (_call, text: string, old: Value, by: Value, times: Value) =>
    replaced(text, old, by, times),
  'rfind(self, sub, start=None, end=None, /)': (_call, text: string, sub: Value, start: Value, end: Value) =>
    find(text, sub, start, end, true),
  'rindex(self, sub, start=None, end=None, /)': (_call, text: string, sub: Value, start: Value, end: Value) =>
    index(text, sub, start, end, true),
  'startswith(self, prefix, start=None, end=None, /)': (
    _call,
    text: string,
    prefix: Value,
    start: Value,
    end: Value,
  ) => isAt('startswith', text, prefix, start, end),
});

const splitting = methods({
  'join(self, iterable, /)': (call, text: string, items: Value) => joined(call, text, items),
  'lstrip(self, chars=None, /)': (_call, text: string, chars: Value) => strip('lstrip', text, chars),
  'partition(self, sep, /)': (_call, text: string, sep: Value) => partition(text, sep, false),
  'removeprefix(self, prefix, /)': (_call, text: string, given: Value) => {
    const prefix = textArgument(given, 'removeprefix() argument');
    return text.startsWith(prefix) ? text.slice(prefix.length) : text;
  },
  'removesuffix(self, suffix, /)': (_call, text: string, given: Value) => {
    const suffix = textArgument(given, 'removesuffix() argument');
    return text.endsWith(suffix) ? text.slice(0, text.length - suffix.length) : text;
  },
  'rpartition(self, sep, /)': (_call, text: string, sep: Value) => partition(text, sep, true),
  'rsplit(self, sep=None, maxsplit=-1)': (_call, text: string, sep: Value, most: Value) =>
    split(text, sep, countArgument(most), true),
  'rstrip(self, chars=None, /)': (_call, text: string, chars: Value) => strip('rstrip', text, chars),
  'split(self, sep=None, maxsplit=-1)': (_call, text: string, sep: Value, most: Value) =>
    split(text, sep, countArgument(most), false),
  'splitlines(self, keepends=False)': (_call, text: string, keepsEnds: Value) => lines(text, flag(keepsEnds)),
  'strip(self, chars=None, /)': (_call, text: string, chars: Value) => strip('strip', text, chars),
});

const padding = methods({
  "center(self, width, fillchar=' ', /)": (_call, text: string, width: Value, fill: Value) =>
    justified(text, countArgument(width), fill, '^'),
  'expandtabs(self, tabsize=8)': (_call, text: string, size: Value) => withoutTabs(text, smallNumber(size)),
  "ljust(self, width, fillchar=' ', /)": (_call, text: string, width: Value, fill: Value) =>
    justified(text, countArgument(width), fill, '<'),
  "rjust(self, width, fillchar=' ', /)": (_call, text: string, width: Value, fill: Value) =>
    justified(text, countArgument(width), fill, '>'),
  'zfill(self, width, /)': (_call, text: string, width: Value) => zeroFilled(text, countArgument(width)),
});

const formatting = methods({
  "encode(self, encoding='utf-8', errors='strict')": encodeRefused,
  'format(self, *args, **kwargs)': (_call, text: string, items: Value[], named: Named) =>
    strFormat(text, { items, named: (name) => named.get(name) }),
  'format_map(self, mapping, /)': (_call, text: string, mapping: Value) =>
    strFormat(text, { items: undefined, named: (name) => itemFor(mapping, name) }),
  'maketrans(self, x, y=None, z=None, /)': (_call, _text: string, x: Value, y: Value, z: Value) =>
    translationTable(x, y, z),
  'translate(self, table, /)': (_call, text: string, table: Value) => translated(text, table),
});

const kinds = methods(
  Object.fromEntries(
    [...KINDS].map(([name, isKind]) => [`${name}(self, /)`, (_call: unknown, text: string) => isKind(text)]),
  ),
);

/** The methods of a `str`. */
export const strMethods: Methods = new Map<string, Method>([
  ...casing,
  ...searching,
  ...splitting,
  ...padding,
  ...formatting,
  ...kinds,
]);

function itemFor(mapping: Value, name: string): Value | undefined {
  if (mapping instanceof Undefined) throw mapping.error();
  return getItem(mapping, name);
}
