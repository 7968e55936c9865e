import type { Flags } from './flags.ts';
import type { RegexNode, RepeatNode, SequenceNode, Tree } from './nodes.ts';
import { parseClass } from './parse-class.ts';
import { parseEscape } from './parse-escape.ts';
import { parseGlobalFlags, parseGroup } from './parse-group.ts';
import { caseRule, ParseState } from './parse-state.ts';

/**
 * Reads a regular expression as Python's `re` does.
 *
 * @throws PythonError with the words of Python's `re.error`.
 */
export function parse(pattern: string, flags: Flags): Tree {
  const state = new ParseState(pattern);
  const body = parseChoice(state, parseGlobalFlags(state, flags));
  if (state.reader.next !== '') throw state.fail('unbalanced parenthesis');
  state.checkReferences();
  return { body, groups: state.groups, names: state.names };
}

export function parseChoice(state: ParseState, flags: Flags): RegexNode {
  state.enter();
  const branches = [parseSequence(state, flags)];
  while (state.reader.accept('|')) branches.push(parseSequence(state, flags));
  state.leave();
  return branches.length === 1 && branches[0] ? branches[0] : { kind: 'choice', branches };
}

export function parseSequence(state: ParseState, flags: Flags): SequenceNode {
  const { reader } = state;
  const items: RegexNode[] = [];
  while (!['', '|', ')'].includes(reader.next)) {
    const at = reader.at;
    const token = reader.read();
    if (flags.verbose && skipInVerbose(state, token)) continue;
    const repeat = parseQuantifier(state, token);
    if (repeat) items.push(repeated(state, items.pop(), repeat, at));
    else {
      const item = parseItem(state, token, flags);
      if (item) items.push(item);
    }
  }
  return { kind: 'sequence', items };
}

/** Undefined: a comment. */
function parseItem(state: ParseState, token: string, flags: Flags): RegexNode | undefined {
  if (token === '(') return parseGroup(state, flags);
  if (token === '[') return parseClass(state, flags);
  if (token === '.') return { kind: 'any', newlines: flags.dotAll };
  if (token === '^') return { kind: 'place', place: flags.multiline ? 'line-start' : 'text-start' };
  if (token === '$') return { kind: 'place', place: flags.multiline ? 'line-end' : 'end' };
  if (token.startsWith('\\')) return parseEscape(state, token, flags);
  return { kind: 'character', code: token.codePointAt(0) ?? 0, rule: caseRule(flags) };
}

function skipInVerbose({ reader }: ParseState, token: string): boolean {
  if (token === '#') while (reader.next !== '' && reader.read() !== '\n');
  return token === '#' || /^[ \t\n\r\v\f]$/.test(token);
}

type Quantifier = Omit<RepeatNode, 'kind' | 'body'>;

function parseQuantifier(state: ParseState, token: string): Quantifier | undefined {
  const bounds = parseBounds(state, token);
  if (!bounds) return undefined;
  const [min, max] = bounds;
  if (state.reader.accept('?')) return { min, max, mode: 'lazy' };
  if (state.reader.accept('+')) return { min, max, mode: 'possessive' };
  return { min, max, mode: 'greedy' };
}

function parseBounds(state: ParseState, token: string): readonly [number, number] | undefined {
  if (token === '?') return [0, 1];
  if (token === '*') return [0, Infinity];
  if (token === '+') return [1, Infinity];
  return token === '{' ? parseBraces(state) : undefined;
}

/** `{2}`, `{2,}`, `{,3}`, `{2,3}`; anything else is the text that it is. */
function parseBraces(state: ParseState): readonly [number, number] | undefined {
  const { reader } = state;
  const start = reader.at;
  if (reader.next === '}') return undefined;
  const low = reader.readWhile(/^[0-9]/);
  const high = reader.accept(',') ? reader.readWhile(/^[0-9]/) : low;
  if (!reader.accept('}')) {
    reader.at = start;
    return undefined;
  }
  const bounds = [low === '' ? 0 : Number(low), high === '' ? Infinity : Number(high)] as const;
  if (Number(low) >= MOST || Number(high) >= MOST) throw state.overflow();
  if (bounds[1] < bounds[0]) throw reader.error('min repeat greater than max repeat', start);
  return bounds;
}

/** Python counts repetitions in 32 bits. */
const MOST = 2 ** 32 - 1;

function repeated(
  { reader }: ParseState,
  body: RegexNode | undefined,
  repeat: Quantifier,
  at: number,
): RegexNode {
  if (!body || body.kind === 'place') throw reader.error('nothing to repeat', at);
  if (body.kind === 'repeat') throw reader.error('multiple repeat', at);
  return { kind: 'repeat', ...repeat, body };
}
