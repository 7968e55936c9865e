import { WHITESPACE } from '../values/whitespace.ts';
import type { SyntaxOptions } from './options.ts';
import { TemplateSyntaxError } from './syntax-error.ts';

/** {@link WHITESPACE} within a line. A lookahead would say so, too, and overflow on a long line of blanks. */
const BLANKS = WHITESPACE.replace('\\t-\\r', '\\t\\v\\f');

/** What ends a stretch of plain text. */
export type OpeningKind = 'raw' | 'comment' | 'block' | 'variable' | 'lineStatement' | 'lineComment';

export interface Opening {
  readonly kind: OpeningKind;
  readonly start: number;
  /** After the delimiter and its sign; of `raw` after the whole tag. */
  readonly end: number;
  readonly sign: '' | '-' | '+';
}

type Find = (text: string, from: number) => Opening | undefined;

/** Returns a function that finds the next opening in a text. */
export function openings(options: SyntaxOptions): Find {
  checkDelimiters(options);
  const rules = [rawRule(options), ...delimiterRules(options)];
  const pattern = new RegExp(rules.map(({ kind, rule }) => `(?<${kind}>${rule})`).join('|'), 'g');
  const kinds = rules.map(({ kind }) => kind);
  return (text, from) => {
    pattern.lastIndex = from;
    const groups = pattern.exec(text)?.groups;
    const kind = groups && kinds.find((one) => groups[one] !== undefined);
    if (!kind) return undefined;
    const start = pattern.lastIndex - (groups[kind]?.length ?? 0);
    if (kind === 'raw') return { kind, start, end: pattern.lastIndex, sign: signOf(groups.rawSign) };
    const sign = signOf(text[pattern.lastIndex]);
    return { kind, start, end: pattern.lastIndex + sign.length, sign };
  };
}

const signOf = (character = ''): Opening['sign'] => (character === '-' || character === '+' ? character : '');

interface Rule {
  readonly kind: OpeningKind;
  readonly rule: string;
}

function rawRule({ blockStart, blockEnd }: SyntaxOptions): Rule {
  const space = `[${WHITESPACE}]*`;
  const end = escaped(blockEnd);
  return {
    kind: 'raw',
    rule: `${escaped(blockStart)}(?<rawSign>[-+]?)${space}raw${space}(?:-${end}${space}|${end})`,
  };
}

/** The longest delimiter comes first, so that one may begin with another. */
function delimiterRules(options: SyntaxOptions): Rule[] {
  const { lineStatementPrefix, lineCommentPrefix } = options;
  const lineStart = '(?<![^\\n])';
  const found: (Rule & { delimiter: string | null })[] = [
    // Of the same length, this is the order.
    { kind: 'variable', delimiter: options.variableStart, rule: '' },
    { kind: 'lineStatement', delimiter: lineStatementPrefix, rule: `${lineStart}[ \\t\\v]*` },
    {
      kind: 'lineComment',
      delimiter: lineCommentPrefix,
      rule: `(?:${lineStart}|(?<=[^${WHITESPACE}]))[${BLANKS}]*`,
    },
    { kind: 'comment', delimiter: options.commentStart, rule: '' },
    { kind: 'block', delimiter: options.blockStart, rule: '' },
  ];
  return found
    .filter(({ delimiter }) => delimiter !== null)
    .sort((a, b) => (b.delimiter?.length ?? 0) - (a.delimiter?.length ?? 0))
    .map(({ kind, delimiter, rule }) => ({ kind, rule: rule + escaped(delimiter ?? '') }));
}

export const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

function checkDelimiters(options: SyntaxOptions): void {
  const { blockStart, variableStart, commentStart, blockEnd, variableEnd, commentEnd } = options;
  if ([blockStart, variableStart, commentStart, blockEnd, variableEnd, commentEnd].includes('')) {
    throw new TemplateSyntaxError('block, variable and comment delimiters must not be empty', 0);
  }
  if (new Set([blockStart, variableStart, commentStart]).size < 3) {
    throw new TemplateSyntaxError('block, variable and comment start strings must be different', 0);
  }
}
