// Plain scalars as PyYAML's SafeLoader reads them: the patterns are those of YAML 1.1 as its resolver has them
// (`1e3` is text, `1:30` is 90, `0o7` is text, `y` is text).

/// <reference path="./js-yaml.d.ts" />

import { YAMLException } from 'js-yaml';
import { isDate } from './dates.ts';
import { Timestamp, YamlFloat } from './values.ts';

const TRUTHS = new Set(['yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON']);
const FALSEHOODS = new Set(['no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF']);
const NOTHING = new Set(['~', 'null', 'Null', 'NULL', '']);

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

// To compile a pattern takes as long as to read a small file. So each kind looks first at a character that all of its
// kind have: most texts have not.

const DIGITS = '0123456789';
const has = (text: string, place: number, characters: string): boolean =>
  characters.includes(text.charAt(place));

const isFloat = (text: string): boolean =>
  text.includes('.') && has(text, 0, `-+.${DIGITS}`) && float.test(text);

const isInteger = (text: string): boolean =>
  has(text, 0, `-+${DIGITS}`) &&
  has(text, text.length - 1, `_abcdefABCDEF${DIGITS}`) &&
  !text.includes('.') &&
  integer.test(text);

const isTimestamp = (text: string): boolean =>
  text.charAt(4) === '-' && has(text, 0, DIGITS) && timestamp.test(text);

/** In the order in which they are tried. What none of them matches is a string. */
export const scalars: Scalar[] = [
  {
    tag: 'tag:yaml.org,2002:bool',
    matches: (text) => TRUTHS.has(text) || FALSEHOODS.has(text),
    construct: (text) => TRUTHS.has(text),
  },
  { tag: 'tag:yaml.org,2002:float', matches: isFloat, construct: readFloat },
  { tag: 'tag:yaml.org,2002:int', matches: isInteger, construct: readInteger },
  { tag: 'tag:yaml.org,2002:null', matches: (text) => NOTHING.has(text), construct: () => null },
  {
    tag: 'tag:yaml.org,2002:timestamp',
    matches: isTimestamp,
    construct: readTimestamp,
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

/** What PyYAML takes for a number or a date, and then cannot read: the file is lost. */
const unreadable = (what: string): YAMLException => new YAMLException(`unreadable ${what}`);

function readTimestamp(text: string): Timestamp {
  if (!isDate(text)) throw unreadable('date');
  return new Timestamp(text);
}

function sexagesimal<T>(parts: T[], fold: (total: T, part: T) => T): T {
  return parts.reduce(fold);
}

function readInteger(text: string): number | bigint {
  // Decimal and safe, as nearly all are.
  if (text.length < 16 && String(Number(text)) === text) return Number(text);
  const digits = text.replaceAll('_', '').replace(/^[-+]/, '');
  const size = magnitude(digits);
  const signed = text.startsWith('-') ? -size : size;
  return Number.isSafeInteger(Number(signed)) ? Number(signed) : signed;
}

function magnitude(digits: string): bigint {
  if (digits === '0b' || digits === '0x') throw unreadable('number');
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
