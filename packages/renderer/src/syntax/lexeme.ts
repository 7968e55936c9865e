import { once } from '../once.ts';
import { readNumber } from './number-literal.ts';
import { stringEnd } from './string-literal.ts';
import { OPERATORS, type Operator, type TokenType } from './tokens.ts';

/** A token as it is written in a tag. */
export interface Lexeme {
  readonly type: TokenType;
  readonly end: number;
}

/** Letters, digits, and what Python allows in a name after its first character. */
const WORD = once(() => /[\w\p{L}\p{N}\p{XID_Continue}]+/uy);
const NAME = once(() => /^[_\p{XID_Start}]\p{XID_Continue}*$/u);

// Most names are these, and the tables of Unicode take time to build.
const PLAIN_WORD = /\w+(?![\w\u0080-\uffff])/y;
const PLAIN_NAME = /^[A-Za-z_]\w*$/;

/** The operators by their first character, the longer ones first. */
const BY_CHARACTER = new Map<string, readonly Operator[]>();
for (const operator of OPERATORS) {
  BY_CHARACTER.set(operator.charAt(0), [...(BY_CHARACTER.get(operator.charAt(0)) ?? []), operator]);
}

/** The number, name, string or operator at an offset; undefined where there is none. */
export function readLexeme(text: string, at: number): Lexeme | undefined {
  const first = text.charAt(at);
  if (first >= '0' && first <= '9') return readNumber(text, at);
  if (first === "'" || first === '"') {
    const end = stringEnd(text, at);
    return end === undefined ? undefined : { type: 'string', end };
  }
  const operator = BY_CHARACTER.get(first)?.find((one) => text.startsWith(one, at));
  if (operator) return { type: operator, end: at + operator.length };
  return word(text, at, PLAIN_WORD) ?? word(text, at, WORD());
}

function word(text: string, at: number, pattern: RegExp): Lexeme | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? { type: 'name', end: pattern.lastIndex } : undefined;
}

/** Whether a word is one that Python takes for a name. */
export const isName = (given: string): boolean => PLAIN_NAME.test(given) || NAME().test(given);
