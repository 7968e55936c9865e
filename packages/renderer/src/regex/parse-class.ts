import type { Flags } from './flags.ts';
import type { ClassNode, Member } from './nodes.ts';
import { parseClassEscape } from './parse-escape.ts';
import { caseRule, type ParseState } from './parse-state.ts';

/** `[…]`, after its bracket. */
export function parseClass(state: ParseState, flags: Flags): ClassNode {
  const { reader } = state;
  const start = reader.at - 1;
  const negated = reader.accept('^');
  const members: Member[] = [];
  while (true) {
    const token = take(state, start);
    if (token === ']' && members.length > 0) break;
    const member = memberOf(state, token, flags);
    if (!reader.accept('-')) {
      members.push(member);
      continue;
    }
    const last = take(state, start);
    if (last === ']') {
      members.push(member, { kind: 'range', from: 0x2d, to: 0x2d });
      break;
    }
    members.push(rangeOf(state, [token, member], [last, memberOf(state, last, flags)]));
  }
  return { kind: 'class', members, negated, rule: caseRule(flags) };
}

function take(state: ParseState, start: number): string {
  const token = state.reader.read();
  if (token === '') throw state.fail('unterminated character set', start);
  return token;
}

function memberOf(state: ParseState, token: string, flags: Flags): Member {
  if (token.startsWith('\\')) return parseClassEscape(state, token, flags);
  const code = token.codePointAt(0) ?? 0;
  return { kind: 'range', from: code, to: code };
}

function rangeOf(state: ParseState, [low, from]: [string, Member], [high, to]: [string, Member]): Member {
  if (from.kind === 'range' && to.kind === 'range' && from.from <= to.from)
    return { kind: 'range', from: from.from, to: to.from };
  const length = Array.from(`${low}-${high}`).length;
  throw state.fail(`bad character range ${low}-${high}`, state.reader.at - length);
}
