import { PythonError } from '../values/errors.ts';
import type { Flags } from './flags.ts';
import type { CategoryName, Member, Place, RegexNode } from './nodes.ts';
import { caseRule, type ParseState } from './parse-state.ts';

const CONTROLS: ReadonlyMap<string, number> = new Map([
  ['a', 7],
  ['b', 8],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['v', 11],
]);

const CATEGORIES: ReadonlyMap<string, CategoryName> = new Map([
  ['d', 'digit'],
  ['s', 'space'],
  ['w', 'word'],
]);

const DIGITS_OF = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/** An escape outside of a class. */
export function parseEscape(state: ParseState, token: string, flags: Flags): RegexNode {
  const letter = token.slice(1);
  const place = placeOf(letter, flags);
  if (place) return { kind: 'place', place };
  const category = categoryOf(letter, flags);
  if (category) return { kind: 'class', members: [category], negated: false, rule: caseRule(flags) };
  if (/^[1-9]$/.test(letter)) return parseReference(state, letter, flags);
  return { kind: 'character', code: parseCharacter(state, letter), rule: caseRule(flags) };
}

/** An escape in a class: a category or a character. */
export function parseClassEscape(state: ParseState, token: string, flags: Flags): Member {
  const letter = token.slice(1);
  const category = categoryOf(letter, flags);
  if (category) return category;
  const code =
    letter === 'b' ? 8 : /^[0-7]$/.test(letter) ? octal(state, letter, 3) : parseCharacter(state, letter);
  return { kind: 'range', from: code, to: code };
}

function placeOf(letter: string, { ascii }: Flags): Place | undefined {
  switch (letter) {
    case 'A':
      return 'text-start';
    case 'Z':
      return 'text-end';
    case 'b':
      return ascii ? 'ascii-boundary' : 'boundary';
    case 'B':
      return ascii ? 'not-ascii-boundary' : 'not-boundary';
    default:
      return undefined;
  }
}

function categoryOf(letter: string, { ascii }: Flags): Member | undefined {
  const name = CATEGORIES.get(letter.toLowerCase());
  return name && { kind: 'category', name, negated: letter !== letter.toLowerCase(), ascii };
}

/** A group's number, or three octal digits. */
function parseReference(state: ParseState, letter: string, flags: Flags): RegexNode {
  const { reader } = state;
  const start = reader.at - 2;
  let digits = letter + reader.readWhile(/^[0-9]/, 1);
  if (/^[0-7]{2}$/.test(digits) && /^[0-7]/.test(reader.next)) {
    digits += reader.read();
    return { kind: 'character', code: octalCode(state, digits, start), rule: caseRule(flags) };
  }
  const index = Number(digits);
  if (index > state.groups) throw state.fail(`invalid group reference ${index}`, start + 1);
  state.checkReference(index, start);
  return { kind: 'reference', index, rule: caseRule(flags) };
}

function parseCharacter(state: ParseState, letter: string): number {
  const control = letter === 'b' ? undefined : CONTROLS.get(letter);
  if (control !== undefined) return control;
  const digits = DIGITS_OF.get(letter);
  if (digits !== undefined) return parseHex(state, letter, digits);
  if (letter === '0') return octal(state, letter, 3);
  if (letter === 'N')
    throw new PythonError(
      'NotSupported',
      'a regular expression with \\N{…}: write the character itself or \\uXXXX',
    );
  if (/^[0-9a-zA-Z]$/.test(letter)) throw state.fail(`bad escape \\${letter}`, state.reader.at - 2);
  return letter.codePointAt(0) ?? 0;
}

function parseHex(state: ParseState, letter: string, length: number): number {
  const start = state.reader.at - 2;
  const digits = state.reader.readWhile(/^[0-9a-fA-F]/, length);
  if (digits.length < length) throw state.fail(`incomplete escape \\${letter}${digits}`, start);
  const code = Number.parseInt(digits, 16);
  if (code > 0x10ffff) throw state.fail(`bad escape \\${letter}${digits}`, start);
  return code;
}

function octal(state: ParseState, first: string, length: number): number {
  const start = state.reader.at - 2;
  return octalCode(state, first + state.reader.readWhile(/^[0-7]/, length - 1), start);
}

function octalCode(state: ParseState, digits: string, start: number): number {
  const code = Number.parseInt(digits, 8);
  if (code > 0o377) throw state.fail(`octal escape value \\${digits} outside of range 0-0o377`, start);
  return code;
}
