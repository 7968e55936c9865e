import { PythonError } from '../values/errors.ts';
import type { Match, Pattern } from './pattern.ts';
import { Reader } from './reader.ts';

/** Makes the text that a match is replaced by. */
export type Replacement = (match: Match) => string;

export const plainReplacement =
  (text: string): Replacement =>
  () =>
    text;

const CONTROLS: ReadonlyMap<string, string> = new Map([
  ['\\a', '\x07'],
  ['\\b', '\b'],
  ['\\f', '\f'],
  ['\\n', '\n'],
  ['\\r', '\r'],
  ['\\t', '\t'],
  ['\\v', '\v'],
  ['\\\\', '\\'],
]);

/**
 * Reads the template of a replacement: `\1`, `\g<1>`, `\g<name>`, `\n`.
 *
 * @throws PythonError with the words of Python's `re.error`.
 */
export function parseReplacement(template: string, pattern: Pattern): Replacement {
  const reader = new Reader(template);
  const parts: (string | number)[] = [];
  while (reader.next !== '') {
    const token = reader.read();
    if (!token.startsWith('\\')) parts.push(token);
    else if (token === '\\g') parts.push(parseGroupName(reader, pattern));
    else if (/^\\[0-9]$/.test(token)) parts.push(parseNumber(reader, token, pattern));
    else parts.push(parseEscape(reader, token));
  }
  return ({ groups }) =>
    parts.map((part) => (typeof part === 'number' ? (groups[part] ?? '') : part)).join('');
}

/** A character that is no letter keeps its backslash. */
function parseEscape(reader: Reader, token: string): string {
  const control = CONTROLS.get(token);
  if (control === undefined && /^\\[a-zA-Z]$/.test(token))
    throw reader.error(`bad escape ${token}`, reader.at - 2);
  return control ?? token;
}

function parseGroupName(reader: Reader, pattern: Pattern): number {
  if (!reader.accept('<')) throw reader.error('missing <', reader.at);
  const at = reader.at;
  const name = reader.readUntil('>', 'group name');
  if (/^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(name)) {
    const index = pattern.names.get(name);
    if (index === undefined) throw new PythonError('IndexError', `unknown group name '${name}'`);
    return index;
  }
  if (!/^[0-9]+$/.test(name)) throw reader.error(`bad character in group name '${name}'`, at);
  return checked(reader, Number(name), at, pattern);
}

/** A group's number, or a character by its octal one. */
function parseNumber(reader: Reader, token: string, pattern: Pattern): number | string {
  const start = reader.at - 2;
  let digits = token.slice(1);
  if (digits === '0') {
    digits += reader.readWhile(/^[0-7]/, 2);
    return String.fromCharCode(Number.parseInt(digits, 8) & 0xff);
  }
  digits += reader.readWhile(/^[0-9]/, 1);
  if (!/^[0-7]{2}$/.test(digits) || !/^[0-7]/.test(reader.next))
    return checked(reader, Number(digits), start + 1, pattern);
  digits += reader.read();
  const code = Number.parseInt(digits, 8);
  if (code > 0o377) throw reader.error(`octal escape value \\${digits} outside of range 0-0o377`, start);
  return String.fromCharCode(code);
}

function checked(reader: Reader, index: number, at: number, pattern: Pattern): number {
  if (index > pattern.groupCount) throw reader.error(`invalid group reference ${index}`, at);
  return index;
}
