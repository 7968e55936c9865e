import { compile } from './compile.ts';
import { type Flags, NO_FLAGS } from './flags.ts';
import { Machine } from './machine.ts';
import { parse } from './parse.ts';
import type { Program } from './program.ts';
import { parseReplacement, plainReplacement, type Replacement } from './replacement.ts';

/** A match: its place in UTF-16 units; the texts of its groups, the whole match first. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly (string | undefined)[];
}

/** A regular expression of Python's `re`, for texts. */
export class Pattern {
  readonly #program: Program;
  readonly #source: string;

  /** @throws PythonError for what Python refuses. */
  constructor(source: string, flags: Partial<Flags> = {}) {
    this.#source = source;
    this.#program = compile(parse(source, { ...NO_FLAGS, ...flags }));
  }

  get groupCount(): number {
    return this.#program.groups;
  }

  get names(): ReadonlyMap<string, number> {
    return this.#program.names;
  }

  get source(): string {
    return this.#source;
  }

  /** `re.match`: a match at the start. */
  match(text: string): Match | undefined {
    const machine = new Machine(this.#program, text);
    return machine.run(0, false) ? this.#matchOf(machine, text) : undefined;
  }

  /** `re.fullmatch`: a match of the whole text. */
  fullMatch(text: string): Match | undefined {
    const machine = new Machine(this.#program, text);
    return machine.run(0, false, true) ? this.#matchOf(machine, text) : undefined;
  }

  /** `re.search` */
  search(text: string): Match | undefined {
    const [first] = this.matches(text);
    return first;
  }

  /** `re.finditer`: right after a match an empty one counts only if the match was not empty. */
  *matches(text: string): Generator<Match> {
    const machine = new Machine(this.#program, text);
    let from = 0;
    let mustTake = false;
    while (this.#find(machine, text, from, mustTake)) {
      const match = this.#matchOf(machine, text);
      yield match;
      from = match.end;
      mustTake = match.start === match.end;
    }
  }

  /**
   * `re.subn`
   *
   * @param count how many at most; 0: all.
   */
  replace(text: string, template: string, count = 0): { text: string; count: number } {
    const replacement: Replacement = template.includes('\\')
      ? parseReplacement(template, this)
      : plainReplacement(template);
    const parts: string[] = [];
    let [end, made] = [0, 0];
    for (const match of this.matches(text)) {
      parts.push(text.slice(end, match.start), replacement(match));
      end = match.end;
      made++;
      if (made === count) break;
    }
    return { text: parts.join('') + text.slice(end), count: made };
  }

  /** Where a match is next; the machine has it. */
  #find(machine: Machine, text: string, from: number, mustTake: boolean): boolean {
    const { prefix, first } = this.#program;
    for (let at = from; at <= text.length; at = next(text, at)) {
      if (prefix !== '') at = text.indexOf(prefix, at);
      else if (first) while (at < text.length && !first.has(text.codePointAt(at) ?? 0)) at = next(text, at);
      if (at === -1 || (first && at >= text.length)) return false;
      if (machine.run(at, mustTake && at === from)) return true;
    }
    return false;
  }

  #matchOf({ registers }: Machine, text: string): Match {
    const groups: (string | undefined)[] = [];
    for (let register = 0; register <= this.#program.groups * 2; register += 2) {
      const [start, end] = [registers[register] ?? -1, registers[register + 1] ?? -1];
      groups.push(start < 0 || end < start ? undefined : text.slice(start, end));
    }
    return { start: registers[0] ?? 0, end: registers[1] ?? 0, groups };
  }
}

const next = (text: string, at: number): number => at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
