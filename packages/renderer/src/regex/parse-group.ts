import { type Flags, isFlag, withFlags } from './flags.ts';
import type { RegexNode } from './nodes.ts';
import { parseChoice, parseSequence } from './parse.ts';
import { caseRule, type ParseState } from './parse-state.ts';

/** `(?i)` and its like, which may only stand at the start of a pattern. */
export function parseGlobalFlags(state: ParseState, flags: Flags): Flags {
  const { reader } = state;
  const start = reader.at;
  if (reader.accept('(') && reader.accept('?') && (isFlag(reader.next) || reader.next === '-')) {
    const given = parseFlags(state, reader.read());
    if (given.global) return parseGlobalFlags(state, withFlags(flags, given.on));
  }
  reader.at = start;
  return flags;
}

/** A group, after its parenthesis. Undefined: a comment. */
export function parseGroup(state: ParseState, flags: Flags): RegexNode | undefined {
  const { reader } = state;
  const start = reader.at - 1;
  if (!reader.accept('?')) return parseCapture(state, flags, start);
  const kind = takeExtension(state);
  if (kind === 'P') return parseNamed(state, flags, start);
  if (kind === '#') return skipComment(state, start);
  if (kind === '(') return parseConditional(state, flags, start);
  if (kind === '=' || kind === '!') return parseLook(state, flags, start, { behind: false, kind });
  if (kind === '<') return parseLookbehind(state, flags, start);
  if (kind === ':') return closed(state, start, parseChoice(state, flags));
  if (kind === '>') return { kind: 'atomic', body: closed(state, start, parseChoice(state, flags)) };
  if (!isFlag(kind) && kind !== '-')
    throw state.fail(`unknown extension ?${kind}`, reader.at - [...kind].length - 1);
  const given = parseFlags(state, kind);
  if (given.global) throw state.fail('global flags not at the start of the expression', start);
  return closed(state, start, parseChoice(state, withFlags(flags, given.on, given.off)));
}

function takeExtension(state: ParseState): string {
  const kind = state.reader.read();
  if (kind === '') throw state.fail('unexpected end of pattern');
  return kind;
}

function closed<Node extends RegexNode>(state: ParseState, start: number, body: Node): RegexNode {
  if (!state.reader.accept(')')) throw state.fail('missing ), unterminated subpattern', start);
  // A group that is repeated is one thing, whatever it is made of: `(?:a*)*` repeats no repeat.
  return body.kind === 'sequence' ? body : { kind: 'sequence', items: [body] };
}

function parseCapture(state: ParseState, flags: Flags, start: number, name = ''): RegexNode {
  const index = state.openGroup(name, state.reader.at - [...name].length - 1);
  const body = closed(state, start, parseChoice(state, flags));
  state.closeGroup(index);
  return { kind: 'group', index, body };
}

/** `(?P<name>…)`, `(?P=name)` */
function parseNamed(state: ParseState, flags: Flags, start: number): RegexNode {
  const { reader } = state;
  if (reader.accept('<')) return parseCapture(state, flags, start, readName(state, '>'));
  if (!reader.accept('=')) {
    const unknown = takeExtension(state);
    throw state.fail(`unknown extension ?P${unknown}`, reader.at - [...unknown].length - 2);
  }
  const at = reader.at;
  const name = readName(state, ')');
  const index = state.names.get(name);
  if (index === undefined) throw state.fail(`unknown group name '${name}'`, at);
  state.checkReference(index, at);
  return { kind: 'reference', index, rule: caseRule(flags) };
}

const IDENTIFIER = /^[\p{XID_Start}_]\p{XID_Continue}*$/u;

function readName(state: ParseState, end: string): string {
  const at = state.reader.at;
  const name = state.reader.readUntil(end, 'group name');
  if (!IDENTIFIER.test(name)) throw state.fail(`bad character in group name '${name}'`, at);
  return name;
}

function skipComment(state: ParseState, start: number): undefined {
  while (state.reader.next !== ')') {
    if (state.reader.read() === '') throw state.fail('missing ), unterminated comment', start);
  }
  state.reader.read();
}

function parseLookbehind(state: ParseState, flags: Flags, start: number): RegexNode {
  const kind = takeExtension(state);
  if (kind !== '=' && kind !== '!')
    throw state.fail(`unknown extension ?<${kind}`, state.reader.at - [...kind].length - 2);
  const outer = state.groupsBeforeLookbehind;
  state.groupsBeforeLookbehind ??= state.groups;
  const look = parseLook(state, flags, start, { behind: true, kind });
  state.groupsBeforeLookbehind = outer;
  return look;
}

function parseLook(
  state: ParseState,
  flags: Flags,
  start: number,
  { behind, kind }: { behind: boolean; kind: string },
): RegexNode {
  const body = closed(state, start, parseChoice(state, flags));
  return { kind: 'look', behind, negated: kind === '!', body };
}

/** `(?(1)yes|no)`, `(?(name)yes)` */
function parseConditional(state: ParseState, flags: Flags, start: number): RegexNode {
  const { reader } = state;
  state.enter();
  const index = readCondition(state);
  const yes = parseSequence(state, flags);
  const no: RegexNode = reader.accept('|') ? parseSequence(state, flags) : { kind: 'sequence', items: [] };
  if (reader.next === '|') throw state.fail('conditional backref with more than two branches');
  state.leave();
  closed(state, start, yes);
  return { kind: 'conditional', index, yes, no };
}

function readCondition(state: ParseState): number {
  const at = state.reader.at;
  const name = state.reader.readUntil(')', 'group name');
  const index = IDENTIFIER.test(name) ? state.names.get(name) : numberOf(state, name, at);
  if (index === undefined) throw state.fail(`unknown group name '${name}'`, at);
  state.checkLookbehind(index);
  return index;
}

function numberOf(state: ParseState, name: string, at: number): number {
  if (!/^[0-9]+$/.test(name)) throw state.fail(`bad character in group name '${name}'`, at);
  const index = Number(name);
  if (index === 0) throw state.fail('bad group number', at);
  state.awaitGroup(index, at);
  return index;
}

interface GivenFlags {
  readonly on: string;
  readonly off: string;
  /** `(?i)`: no group, the whole pattern. */
  readonly global: boolean;
}

function parseFlags(state: ParseState, first: string): GivenFlags {
  const { reader } = state;
  const [on, end] = first === '-' ? ['', '-'] : readFlags(state, first, ON);
  if (end !== '-') return { on, off: '', global: end === ')' };
  const [off] = readFlags(state, reader.read(), OFF);
  if ([...on].some((flag) => off.includes(flag)))
    throw state.fail('bad inline flags: flag turned on and off', reader.at - 1);
  return { on, off, global: false };
}

interface FlagRules {
  readonly ends: string;
  readonly missing: string;
  readonly missingFirst: string;
  readonly refused: RegExp;
  readonly refusal: string;
}

const ON: FlagRules = {
  ends: ')-:',
  missing: 'missing -, : or )',
  missingFirst: 'missing -, : or )',
  refused: /a.*u|u.*a/,
  refusal: "bad inline flags: flags 'a', 'u' and 'L' are incompatible",
};

const OFF: FlagRules = {
  ends: ':',
  missing: 'missing :',
  missingFirst: 'missing flag',
  refused: /[au]/,
  refusal: "bad inline flags: cannot turn off flags 'a', 'u' and 'L'",
};

/** Letters, and which of the ends they have. */
function readFlags(state: ParseState, first: string, rules: FlagRules): [string, string] {
  let letters = '';
  for (let letter = first; ; letter = state.reader.read()) {
    const missing = letters === '' ? rules.missingFirst : rules.missing;
    if (letters !== '' && letter !== '' && rules.ends.includes(letter)) return [letters, letter];
    if (letter === '') throw state.fail(missing);
    if (!isFlag(letter))
      throw state.fail(
        /\p{L}/u.test(letter) ? 'unknown flag' : missing,
        state.reader.at - [...letter].length,
      );
    if (letter === 'L') throw state.fail("bad inline flags: cannot use 'L' flag with a str pattern");
    letters += letter;
    if (rules.refused.test(letters)) throw state.fail(rules.refusal);
  }
}
