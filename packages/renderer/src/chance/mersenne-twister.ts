// MT19937 of M. Matsumoto and T. Nishimura (1997), as Python's `random.Random` uses it.

const SIZE = 624;
const MIDDLE = 397;

/** A source of random numbers that gives the same ones for the same seed as Python's. */
export class MersenneTwister {
  readonly #state = new Uint32Array(SIZE);
  #next = SIZE;

  /** @param seed not negative. */
  constructor(seed: bigint) {
    this.#seedWithArray(wordsOf(seed));
  }

  /** A number of so many random bits. */
  bits(count: number): bigint {
    let result = 0n;
    for (let done = 0; done < count; done += 32) {
      const left = count - done;
      const word = left < 32 ? this.#word() >>> (32 - left) : this.#word();
      result |= BigInt(word) << BigInt(done);
    }
    return result;
  }

  /** A number from 0 up to, and without, this one. */
  below(limit: bigint): bigint {
    const count = limit.toString(2).length;
    let found = this.bits(count);
    while (found >= limit) found = this.bits(count);
    return found;
  }

  #seedWithNumber(seed: number): void {
    this.#state[0] = seed;
    for (let index = 1; index < SIZE; index++)
      this.#state[index] = Math.imul(1_812_433_253, this.#mixed(index - 1, 30)) + index;
  }

  #seedWithArray(key: readonly number[]): void {
    this.#seedWithNumber(19_650_218);
    let index = 1;
    for (let round = 0; round < Math.max(SIZE, key.length); round++) {
      const at = round % key.length;
      this.#state[index] =
        (this.#at(index) ^ Math.imul(this.#mixed(index - 1, 30), 1_664_525)) + (key[at] ?? 0) + at;
      index = this.#after(index);
    }
    for (let round = 1; round < SIZE; round++) {
      this.#state[index] = (this.#at(index) ^ Math.imul(this.#mixed(index - 1, 30), 1_566_083_941)) - index;
      index = this.#after(index);
    }
    this.#state[0] = 0x8000_0000;
  }

  /** The index after one; the last word is the one before the first, too. */
  #after(index: number): number {
    if (index + 1 < SIZE) return index + 1;
    this.#state[0] = this.#at(SIZE - 1);
    return 1;
  }

  #at(index: number): number {
    return this.#state[index % SIZE] ?? 0;
  }

  #mixed(index: number, shift: number): number {
    const word = this.#at(index);
    return word ^ (word >>> shift);
  }

  #word(): number {
    if (this.#next >= SIZE) this.#twist();
    let word = this.#at(this.#next++);
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c_5680;
    word ^= (word << 15) & 0xefc6_0000;
    return (word ^ (word >>> 18)) >>> 0;
  }

  #twist(): void {
    for (let index = 0; index < SIZE; index++) {
      const joined = (this.#at(index) & 0x8000_0000) | (this.#at(index + 1) & 0x7fff_ffff);
      this.#state[index] = this.#at(index + MIDDLE) ^ (joined >>> 1) ^ (joined & 1 ? 0x9908_b0df : 0);
    }
    this.#next = 0;
  }
}

/** 32 bits each, the lowest first. */
function wordsOf(seed: bigint): number[] {
  const words = [];
  for (let left = seed; left > 0n; left >>= 32n) words.push(Number(left & 0xffff_ffffn));
  return words.length > 0 ? words : [0];
}
