import { lower, lowerAscii } from './case.ts';
import type { CharacterSet } from './character-set.ts';
import { Budget, DEEPEST_STACK, tooDeep, tooSlow } from './limits.ts';
import { isPlace, stepBack } from './places.ts';
import { op, type Program } from './program.ts';

/** An entry of the stack: three integers. */
const ENTRY = 3;

/** A way back that is none of a repetition's. */
const NONE = -1;

/**
 * Runs a program over a text, and goes back where it cannot go on.
 *
 * On the stack are ways back (instruction, place, and for a repetition the place or the count where it ends) and old
 * values of registers (register as a negative number, value). Going back undoes the registers until there is a way.
 * Places count UTF-16 units, as the text does; what is matched are code points.
 */
export class Machine {
  readonly registers: Int32Array;
  readonly #code: Int32Array;
  readonly #sets: readonly CharacterSet[];
  readonly #text: string;
  readonly #budget: Budget;
  #stack = new Int32Array(ENTRY * 64);
  #height = 0;
  /** Where the machine is in the text. */
  #at = 0;

  constructor({ code, sets, registers }: Program, text: string) {
    this.registers = new Int32Array(registers);
    this.#code = code;
    this.#sets = sets;
    this.#text = text;
    this.#budget = new Budget(text.length);
  }

  /**
   * Whether there is a match that begins at a place. Where it ends and its groups are in the registers.
   *
   * @param mustTake an empty match is none.
   * @param mustEnd a match that does not take all of the rest is none.
   */
  run(start: number, mustTake: boolean, mustEnd = false): boolean {
    this.registers.fill(-1);
    this.#height = 0;
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
        this.#push(a, this.#at, NONE);
        return pc + 2;
      case op.jump:
        return a;
      case op.save:
        this.#write(a, this.#at);
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
        this.#write(a, -1);
        this.#write(a + 1, -1);
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
        return this.#register(a * 2 + 1) < 0 ? this.#operand(pc, 2) : pc + 3;
      case op.mark:
        return this.#mark(pc);
      case op.cut:
        return this.#cut(pc);
      case op.return:
        this.#at = this.#register(a + 1);
        return pc + 2;
      case op.reject:
        this.#unwind(this.#register(a) * ENTRY);
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

  #register(index: number): number {
    return this.registers[index] ?? -1;
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
    if (this.#code[pc] === op.many && this.#at > least) this.#push(pc, this.#at, least);
    return pc + 4;
  }

  /** Back in a greedy repetition: one character less. */
  #giveBack(pc: number, at: number, least: number): number {
    this.#at = stepBack(this.#text, at);
    if (this.#at > least) this.#push(pc, this.#at, least);
    return pc + 4;
  }

  #few(pc: number): number {
    const [min, max] = [this.#operand(pc, 2), this.#operand(pc, 3)];
    if (!this.#takeTimes(this.#operand(pc, 1), min)) return -1;
    if (max > min) this.#push(pc, this.#at, max - min);
    return pc + 4;
  }

  /** Back in a lazy repetition: one character more. */
  #takeMore(pc: number, at: number, left: number): number {
    this.#at = at;
    if (!this.#takeSet(this.#operand(pc, 1))) return -1;
    if (left > 1) this.#push(pc, this.#at, left - 1);
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
    const count = this.#register(register) + 1;
    const exit = this.#operand(pc, 4);
    if (count >= this.#operand(pc, 2)) {
      if (count >= this.#operand(pc, 3) || this.#at === this.#register(register + 1)) return exit;
      this.#push(exit, this.#at, NONE);
      this.#write(register + 1, this.#at);
    }
    this.#write(register, count);
    return pc + 5;
  }

  #lazy(pc: number): number {
    const register = this.#operand(pc, 1);
    const count = this.#register(register) + 1;
    if (count < this.#operand(pc, 2)) {
      this.#write(register, count);
      return pc + 8;
    }
    this.#push(pc + 5, this.#at, NONE);
    return this.#operand(pc, 4);
  }

  #lazyRound(pc: number): number {
    const register = this.#operand(pc, 1);
    const count = this.#register(register) + 1;
    if (count >= this.#operand(pc, 2) || this.#at === this.#register(register + 1)) return -1;
    this.#write(register, count);
    this.#write(register + 1, this.#at);
    return pc + 3;
  }

  // --- what was matched before

  #reference(pc: number): number {
    const group = this.#operand(pc, 1);
    const [start, end] = [this.#register(group * 2), this.#register(group * 2 + 1)];
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
    this.#write(register + 1, this.#at);
    // After the two entries that undo the mark itself.
    this.#write(register, this.#height / ENTRY + 1);
    return pc + 2;
  }

  /** Drops the ways back, and keeps what undoes the registers. */
  #cut(pc: number): number {
    const stack = this.#stack;
    let kept = this.#register(this.#operand(pc, 1)) * ENTRY;
    for (let entry = kept; entry < this.#height; entry += ENTRY) {
      if ((stack[entry] ?? 0) >= 0) continue;
      stack.copyWithin(kept, entry, entry + ENTRY);
      kept += ENTRY;
    }
    this.#height = kept;
    return pc + 2;
  }

  #back(pc: number): number {
    for (let count = this.#operand(pc, 1); count > 0; count--) {
      if (this.#at === 0) return -1;
      this.#at = stepBack(this.#text, this.#at);
    }
    return pc + 2;
  }

  // --- the stack

  #push(a: number, b: number, c: number): void {
    const stack = this.#stack;
    const height = this.#height;
    if (height === stack.length) this.#grow();
    this.#stack[height] = a;
    this.#stack[height + 1] = b;
    this.#stack[height + 2] = c;
    this.#height = height + ENTRY;
  }

  #grow(): void {
    if (this.#stack.length >= DEEPEST_STACK * ENTRY) throw tooDeep();
    const grown = new Int32Array(this.#stack.length * 2);
    grown.set(this.#stack);
    this.#stack = grown;
  }

  #write(register: number, value: number): void {
    this.#push(-1 - register, this.#register(register), 0);
    this.registers[register] = value;
  }

  #unwind(height: number): void {
    while (this.#height > height) this.#pop();
  }

  /** Takes an entry off; true: it is a way back. */
  #pop(): boolean {
    this.#height -= ENTRY;
    const entry = this.#stack[this.#height] ?? 0;
    if (entry >= 0) return true;
    this.registers[-1 - entry] = this.#stack[this.#height + 1] ?? -1;
    return false;
  }

  /** Goes on at the last way back; returns its instruction, or -1 where there is none. */
  #resume(): number {
    while (this.#height > 0) {
      if (!this.#pop()) continue;
      const next = this.#takeWay();
      if (next >= 0) return next;
    }
    return -1;
  }

  #takeWay(): number {
    const pc = this.#stack[this.#height] ?? 0;
    const at = this.#stack[this.#height + 1] ?? 0;
    const extra = this.#stack[this.#height + 2] ?? NONE;
    if (extra !== NONE)
      return this.#code[pc] === op.many ? this.#giveBack(pc, at, extra) : this.#takeMore(pc, at, extra);
    this.#at = at;
    return pc;
  }
}
