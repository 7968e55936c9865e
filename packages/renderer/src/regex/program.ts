import type { CharacterSet } from './character-set.ts';

/** What the machine does. Each instruction is its number and its operands, in a row of integers. */
export const op = {
  /** The whole pattern was matched. */
  match: 0,
  /** code */
  character: 1,
  any: 2,
  anyWithNewlines: 3,
  /** set */
  set: 4,
  /** target: goes on, and comes back to the target if that fails. */
  choose: 5,
  /** target */
  jump: 6,
  /** register: keeps the place. */
  save: 7,
  /** register: a repetition begins. Its registers are the count and the place where the last round began. */
  begin: 8,
  /** register, min, max, exit: another round if there can be one, then the exit. The round comes right after. */
  greedy: 9,
  /** register, min, max, exit: the exit, then another round. The round comes right after. */
  lazy: 10,
  /** register, max: how a lazy repetition comes back. */
  lazyRound: 11,
  /** set, min, max: a single character, as often as it goes. */
  many: 12,
  /** set, min, max: a single character, as seldom as it goes. */
  few: 13,
  /** set, min, max: a single character as often as it goes, and nothing is given back. */
  all: 14,
  /** kind of place */
  place: 15,
  /** group, case rule */
  reference: 16,
  /** group, target: jumps if the group took no part. */
  unless: 17,
  /** register: what follows is decided once. Its registers are the height of the stack and the place. */
  mark: 18,
  /** register: drops the ways back since the mark. */
  cut: 19,
  /** register: goes back to the place of the mark. */
  return: 20,
  /** register: what must not match did. */
  reject: 21,
  /** number: goes back so many characters. */
  back: 22,
} as const;

/** A pattern made ready to run. */
export interface Program {
  readonly code: Int32Array;
  readonly sets: readonly CharacterSet[];
  /** How many registers there are; each group has two, the whole match the first. */
  readonly registers: number;
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
  /** What a match begins with, if it does with one text. */
  readonly prefix: string;
  /** What a match begins with, if that is known. */
  readonly first: CharacterSet | undefined;
}

/** No bound of a repetition. */
export const ENDLESS: number = 2 ** 31 - 1;
