import { DEEPEST_STACK, tooDeep } from './limits.ts';

/** An entry of the stack: three integers. */
const ENTRY = 3;

/**
 * The registers of a machine, and a stack of the ways back and of what undoes the registers.
 *
 * A way back is an instruction, a place, and for a repetition the place or the count where it ends. What undoes a
 * register is its number, as a negative one, and its value. Going back undoes until there is a way.
 */
export class Trail {
  readonly registers: Int32Array;
  /** The way back that was taken last. */
  instruction = 0;
  place = 0;
  extra = 0;
  #stack = new Int32Array(ENTRY * 64);
  #top = 0;

  constructor(registers: number) {
    this.registers = new Int32Array(registers);
  }

  /** How many entries there are. */
  get height(): number {
    return this.#top / ENTRY;
  }

  clear(): void {
    this.registers.fill(-1);
    this.#top = 0;
  }

  read(register: number): number {
    return this.registers[register] ?? -1;
  }

  write(register: number, value: number): void {
    this.push(-1 - register, this.read(register), 0);
    this.registers[register] = value;
  }

  push(instruction: number, place: number, extra: number): void {
    const top = this.#top;
    if (top === this.#stack.length) this.#grow();
    this.#stack[top] = instruction;
    this.#stack[top + 1] = place;
    this.#stack[top + 2] = extra;
    this.#top = top + ENTRY;
  }

  /** Takes the last way back, and undoes what came after it; false: there is none. */
  back(): boolean {
    while (this.#top > 0) {
      if (!this.#pop()) continue;
      this.instruction = this.#stack[this.#top] ?? 0;
      this.place = this.#stack[this.#top + 1] ?? 0;
      this.extra = this.#stack[this.#top + 2] ?? 0;
      return true;
    }
    return false;
  }

  /** Undoes all above a height, and drops the ways back. */
  unwind(height: number): void {
    while (this.#top > height * ENTRY) this.#pop();
  }

  /** Drops the ways back above a height, and keeps what undoes the registers. */
  cut(height: number): void {
    const stack = this.#stack;
    let kept = height * ENTRY;
    for (let entry = kept; entry < this.#top; entry += ENTRY) {
      if ((stack[entry] ?? 0) >= 0) continue;
      stack.copyWithin(kept, entry, entry + ENTRY);
      kept += ENTRY;
    }
    this.#top = kept;
  }

  /** Takes an entry off; true: it is a way back. */
  #pop(): boolean {
    this.#top -= ENTRY;
    const entry = this.#stack[this.#top] ?? 0;
    if (entry >= 0) return true;
    this.registers[-1 - entry] = this.#stack[this.#top + 1] ?? -1;
    return false;
  }

  #grow(): void {
    if (this.#stack.length >= DEEPEST_STACK * ENTRY) throw tooDeep();
    const grown = new Int32Array(this.#stack.length * 2);
    grown.set(this.#stack);
    this.#stack = grown;
  }
}
