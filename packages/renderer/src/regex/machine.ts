import { lower, lowerAscii } from './case.ts';
import type { CharacterSet } from './character-set.ts';
import { Budget, tooSlow } from './limits.ts';
import { isPlace, stepBack } from './places.ts';
import { op, type Program } from './program.ts';
import { Trail } from './trail.ts';

/** A way back that is none of a repetition's. */
const NONE = -1;

/**
 * Runs a program over a text, and goes back where it cannot go on.
 *
 * Places count UTF-16 units, as the text does; what is matched are code points.
 */
export class Machine {
  readonly #trail: Trail;
  readonly #code: Int32Array;
  readonly #sets: readonly CharacterSet[];
  readonly #text: string;
  readonly #budget: Budget;
  /** Where the machine is in the text. */
  #at = 0;

  constructor({ code, sets, registers }: Program, text: string) {
    this.#trail = new Trail(registers);
    this.#code = code;
    this.#sets = sets;
    this.#text = text;
    this.#budget = new Budget(text.length);
  }

  /** Where each group begins and ends, the whole match first; -1: it took no part. */
  get registers(): Int32Array {
    return this.#trail.registers;
  }

  /**
   * Whether there is a match that begins at a place. Where it ends and its groups are in the registers.
   *
   * @param mustTake an empty match is none.
   * @param mustEnd a match that does not take all of the rest is none.
   */
  run(start: number, mustTake: boolean, mustEnd = false): boolean {
    this.#trail.clear();
    this.#at = start;
    let pc = 0;
    while (true) {
      if (--this.#budget.left < 0) throw tooSlow();
      if (this.#code[pc] === op.match && this.#isMatch(start, mustTake, mustEnd)) break;
      pc = this.#step(pc);
      if (pc < 0) pc = this.#resume();
      if (pc < 0) return false;
    }
    this.registers[0] = start;
    this.registers[1] = this.#at;
    return true;
  }

  #isMatch(start: number, mustTake: boolean, mustEnd: boolean): boolean {
    return !(mustTake && this.#at === start) && !(mustEnd && this.#at < this.#text.length);
  }

  /** Carries out an instruction; returns the next one, or -1 where it cannot go on. */
  #step(pc: number): number {
    const a = this.#code[pc + 1] ?? 0;
    switch (this.#code[pc]) {
      case op.character:
        return this.#text.codePointAt(this.#at) === a ? this.#advance(a, pc + 2) : -1;
      case op.set:
        return this.#takeSet(a) ? pc + 2 : -1;
      case op.any:
      case op.anyWithNewlines:
        return this.#any(pc);
      case op.choose:
        this.#trail.push(a, this.#at, NONE);
        return pc + 2;
      case op.jump:
        return a;
      case op.save:
        this.#trail.write(a, this.#at);
        return pc + 2;
      case op.many:
      case op.all:
        return this.#many(pc);
      case op.few:
        return this.#few(pc);
      case op.place:
        return isPlace(a, this.#text, this.#at) ? pc + 2 : -1;
      default:
        return this.#rareStep(pc, a);
    }
  }

  #rareStep(pc: number, a: number): number {
    switch (this.#code[pc]) {
      case op.begin:
        this.#trail.write(a, -1);
        this.#trail.write(a + 1, -1);
        return pc + 2;
      case op.greedy:
        return this.#greedy(pc);
      case op.lazy:
        return this.#lazy(pc);
      case op.lazyRound:
        return this.#lazyRound(pc);
      case op.reference:
        return this.#reference(pc);
      case op.unless:
        return this.#trail.read(a * 2 + 1) < 0 ? this.#operand(pc, 2) : pc + 3;
      case op.mark:
        return this.#mark(pc);
      case op.cut:
        this.#trail.cut(this.#trail.read(a));
        return pc + 2;
      case op.return:
        this.#at = this.#trail.read(a + 1);
        return pc + 2;
      case op.reject:
        this.#trail.unwind(this.#trail.read(a));
        return -1;
      case op.back:
        return this.#back(pc);
      // A match that is none.
      default:
        return -1;
    }
  }

  #operand(pc: number, index: number): number {
    return this.#code[pc + index] ?? 0;
  }

  #advance(code: number, pc: number): number {
    this.#at += code > 0xffff ? 2 : 1;
    return pc;
  }

  #takeSet(index: number): boolean {
    const code = this.#text.codePointAt(this.#at);
    if (code === undefined || !this.#sets[index]?.has(code)) return false;
    this.#at += code > 0xffff ? 2 : 1;
    return true;
  }

  #any(pc: number): number {
    const code = this.#text.codePointAt(this.#at);
    if (code === undefined || (code === 10 && this.#code[pc] === op.any)) return -1;
    return this.#advance(code, pc + 1);
  }

  // --- single characters, repeated

  #many(pc: number): number {
    const min = this.#operand(pc, 2);
    if (!this.#takeTimes(this.#operand(pc, 1), min)) return -1;
    const least = this.#at;
    this.#takeMost(this.#operand(pc, 1), this.#operand(pc, 3) - min);
    if (this.#code[pc] === op.many && this.#at > least) this.#trail.push(pc, this.#at, least);
    return pc + 4;
  }

  /** Back in a greedy repetition: one character less. */
  #giveBack(pc: number, at: number, least: number): number {
    this.#at = stepBack(this.#text, at);
    if (this.#at > least) this.#trail.push(pc, this.#at, least);
    return pc + 4;
  }

  #few(pc: number): number {
    const [min, max] = [this.#operand(pc, 2), this.#operand(pc, 3)];
    if (!this.#takeTimes(this.#operand(pc, 1), min)) return -1;
    if (max > min) this.#trail.push(pc, this.#at, max - min);
    return pc + 4;
  }

  /** Back in a lazy repetition: one character more. */
  #takeMore(pc: number, at: number, left: number): number {
    this.#at = at;
    if (!this.#takeSet(this.#operand(pc, 1))) return -1;
    if (left > 1) this.#trail.push(pc, this.#at, left - 1);
    return pc + 4;
  }

  #takeTimes(set: number, times: number): boolean {
    for (let count = 0; count < times; count++) if (!this.#takeSet(set)) return false;
    return true;
  }

  #takeMost(index: number, most: number): void {
    const [text, set] = [this.#text, this.#sets[index]];
    let at = this.#at;
    for (let count = 0; count < most; count++) {
      const code = text.codePointAt(at);
      if (code === undefined || !set?.has(code)) break;
      at += code > 0xffff ? 2 : 1;
    }
    this.#budget.left -= at - this.#at;
    this.#at = at;
  }

  // --- anything else, repeated: a round that took nothing is the last one

  #greedy(pc: number): number {
    const register = this.#operand(pc, 1);
    const count = this.#trail.read(register) + 1;
    const exit = this.#operand(pc, 4);
    if (count >= this.#operand(pc, 2)) {
      if (count >= this.#operand(pc, 3) || this.#at === this.#trail.read(register + 1)) return exit;
      this.#trail.push(exit, this.#at, NONE);
      this.#trail.write(register + 1, this.#at);
    }
    this.#trail.write(register, count);
    return pc + 5;
  }

  #lazy(pc: number): number {
    const register = this.#operand(pc, 1);
    const count = this.#trail.read(register) + 1;
    if (count < this.#operand(pc, 2)) {
      this.#trail.write(register, count);
      return pc + 8;
    }
    this.#trail.push(pc + 5, this.#at, NONE);
    return this.#operand(pc, 4);
  }

  #lazyRound(pc: number): number {
    const register = this.#operand(pc, 1);
    const count = this.#trail.read(register) + 1;
    if (count >= this.#operand(pc, 2) || this.#at === this.#trail.read(register + 1)) return -1;
    this.#trail.write(register, count);
    this.#trail.write(register + 1, this.#at);
    return pc + 3;
  }

  // --- what was matched before

  #reference(pc: number): number {
    const group = this.#operand(pc, 1);
    const [start, end] = [this.#trail.read(group * 2), this.#trail.read(group * 2 + 1)];
    if (start < 0 || end < start) return -1;
    return this.#repeats(this.#text.slice(start, end), this.#operand(pc, 2)) ? pc + 3 : -1;
  }

  #repeats(taken: string, rule: number): boolean {
    this.#budget.left -= taken.length;
    if (rule === 0) {
      if (!this.#text.startsWith(taken, this.#at)) return false;
      this.#at += taken.length;
      return true;
    }
    const fold = rule === 1 ? lowerAscii : lower;
    for (const character of taken) {
      const code = this.#text.codePointAt(this.#at);
      if (code === undefined || fold(code) !== fold(character.codePointAt(0) ?? 0)) return false;
      this.#at += code > 0xffff ? 2 : 1;
    }
    return true;
  }

  // --- what is decided once

  #mark(pc: number): number {
    const register = this.#operand(pc, 1);
    this.#trail.write(register + 1, this.#at);
    // After the two entries that undo the mark itself, of which one is to come.
    this.#trail.write(register, this.#trail.height + 1);
    return pc + 2;
  }

  #back(pc: number): number {
    for (let count = this.#operand(pc, 1); count > 0; count--) {
      if (this.#at === 0) return -1;
      this.#at = stepBack(this.#text, this.#at);
    }
    return pc + 2;
  }

  /** Goes on at the last way back; returns its instruction, or -1 where there is none. */
  #resume(): number {
    while (this.#trail.back()) {
      const next = this.#takeWay();
      if (next >= 0) return next;
    }
    return -1;
  }

  #takeWay(): number {
    const { instruction, place, extra } = this.#trail;
    if (extra !== NONE)
      return this.#code[instruction] === op.many
        ? this.#giveBack(instruction, place, extra)
        : this.#takeMore(instruction, place, extra);
    this.#at = place;
    return instruction;
  }
}
