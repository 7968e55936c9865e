// Plain scalars as PyYAML's SafeLoader reads them: the patterns are those of YAML 1.1 as its resolver has them
// (`1e3` is text, `1:30` is 90, `0o7` is text, `y` is text).

import { Timestamp, YamlFloat } from './values.ts';

const boolean = /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/;
const truth = /^(?:yes|true|on)$/i;
const empty = /^(?:~|null|Null|NULL|)$/;

const integer =
  /^(?:[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/;
const float =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const timestamp =
  /^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?)$/;

/** One kind of plain scalar: what it looks like and what it becomes. */
export interface Scalar {
  tag: string;
  matches: (text: string) => boolean;
  construct: (text: string) => unknown;
}

/** Most texts begin with a letter that no pattern begins with: to see that is quicker than to try them all. */
const matching =
  (pattern: RegExp, first: string) =>
  (text: string): boolean =>
    first.includes(text.charAt(0)) && pattern.test(text);

const DIGITS = '0123456789';

/** In the order in which they are tried. What none of them matches is a string. */
export const scalars: Scalar[] = [
  {
    tag: 'tag:yaml.org,2002:bool',
    matches: matching(boolean, 'yYnNtTfFoO'),
    construct: (text) => truth.test(text),
  },
  { tag: 'tag:yaml.org,2002:float', matches: matching(float, `-+.${DIGITS}`), construct: readFloat },
  { tag: 'tag:yaml.org,2002:int', matches: matching(integer, `-+${DIGITS}`), construct: readInteger },
  { tag: 'tag:yaml.org,2002:null', matches: matching(empty, '~nN'), construct: () => null },
  {
    tag: 'tag:yaml.org,2002:timestamp',
    matches: matching(timestamp, DIGITS),
    construct: (text) => new Timestamp(text),
  },
];

/** A scalar whose tag is not known: the first kind that matches, or the text. */
export function readScalar(text: string): unknown {
  const kind = scalars.find(({ matches }) => matches(text));
  return kind ? kind.construct(text) : text;
}

/** Whether a text that stands plain is read as that text: `yes`, `1:30`, `=` and `<<` are not. */
export function readsAsText(text: string): boolean {
  return text !== '=' && text !== '<<' && !scalars.some(({ matches }) => matches(text));
}

function sexagesimal<T>(parts: T[], fold: (total: T, part: T) => T): T {
  return parts.reduce(fold);
}

function readInteger(text: string): number | bigint {
  if (text.length < 16 && /^(?:0|[1-9][0-9]*)$/.test(text)) return Number(text);
  const digits = text.replaceAll('_', '').replace(/^[-+]/, '');
  const size = magnitude(digits);
  const signed = text.startsWith('-') ? -size : size;
  return Number.isSafeInteger(Number(signed)) ? Number(signed) : signed;
}

function magnitude(digits: string): bigint {
  if (/^0[bx]/.test(digits)) return BigInt(digits);
  if (digits.startsWith('0')) return BigInt(`0o0${digits}`);
  const parts = digits.split(':').map(BigInt);
  return sexagesimal(parts, (total, part) => total * 60n + part);
}

/** Reads what the pattern for floats lets through, and what `!!float` stands before. */
export function readFloat(text: string): YamlFloat {
  const digits = text.replaceAll('_', '').replace(/^[-+]/, '').toLowerCase();
  const sign = text.startsWith('-') ? -1 : 1;
  if (digits === '.inf') return new YamlFloat(sign * Number.POSITIVE_INFINITY, text);
  if (digits === '.nan') return new YamlFloat(Number.NaN, text);
  const parts = digits.split(':').map(Number);
  return new YamlFloat(sign * sexagesimal(parts, (total, part) => total * 60 + part), text);
}
