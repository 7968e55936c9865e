import { lower, lowerAscii, siblings, variants } from './case.ts';
import { isIn } from './categories.ts';
import type { CaseRule, ClassNode, Member } from './nodes.ts';

/** A set of code points that is asked for one at a time. */
export class CharacterSet {
  /** The answers for ASCII, which nearly all characters are. */
  readonly #ascii = new Uint8Array(128);
  readonly #other: (code: number) => boolean;

  constructor(test: (code: number) => boolean) {
    for (let code = 0; code < 128; code++) this.#ascii[code] = test(code) ? 1 : 0;
    this.#other = test;
  }

  has(code: number): boolean {
    return code < 128 ? this.#ascii[code] === 1 : this.#other(code);
  }
}

export function classSet({ members, negated, rule }: ClassNode): CharacterSet {
  const test = memberTest(members, rule);
  return new CharacterSet(negated ? (code) => !test(code) : test);
}

export const characterSet = (code: number, rule: CaseRule): CharacterSet =>
  new CharacterSet(memberTest([{ kind: 'range', from: code, to: code }], rule));

export const unionSet = (sets: readonly CharacterSet[]): CharacterSet =>
  new CharacterSet((code) => sets.some((set) => set.has(code)));

function memberTest(members: readonly Member[], rule: CaseRule): (code: number) => boolean {
  const tests = members.map((member) => testOf(member, rule));
  const test = (code: number): boolean => tests.some((one) => one(code));
  if (rule === 'exact') return test;
  // What is looked for is the lower case, in a class, too: that is how Python does it.
  return rule === 'ascii' ? (code) => test(lowerAscii(code)) : (code) => test(lower(code));
}

function testOf(member: Member, rule: CaseRule): (code: number) => boolean {
  if (member.kind === 'category') {
    const { name, ascii, negated } = member;
    return (code) => isIn(name, code, ascii) !== negated;
  }
  const { from, to } = member;
  if (rule === 'exact') return (code) => within(code, from, to);
  if (rule === 'ascii') return asciiTest(from, to);
  if (from === to) {
    const same = siblings(lower(from));
    return (code) => same.includes(code);
  }
  return (code) => variants(code).some((other) => within(other, from, to));
}

function asciiTest(from: number, to: number): (code: number) => boolean {
  const upper = (code: number): number => (code >= 97 && code <= 122 ? code - 32 : code);
  return (code) => within(code, from, to) || within(upper(code), from, to);
}

const within = (code: number, from: number, to: number): boolean => code >= from && code <= to;
