import { CharacterSet, characterSet, classSet, unionSet } from './character-set.ts';
import { firstOf, prefixOf } from './first.ts';
import type { CaseRule, LookNode, Place, RegexNode, RepeatNode, Tree } from './nodes.ts';
import { ENDLESS, op, type Program } from './program.ts';
import { fixedWidth, type Width, widthOf } from './width.ts';

/** The numbers of the places and the case rules in a program. */
export const PLACES: readonly Place[] = [
  'text-start',
  'line-start',
  'end',
  'line-end',
  'text-end',
  'boundary',
  'not-boundary',
  'ascii-boundary',
  'not-ascii-boundary',
];
export const CASE_RULES: readonly CaseRule[] = ['exact', 'ascii', 'unicode'];

/** Makes a tree into a program for the machine. */
export function compile({ body, groups, names }: Tree): Program {
  const compiler = new Compiler(groups);
  compiler.compile(body);
  compiler.emit(op.match);
  const { code, sets, registers } = compiler;
  return {
    code: Int32Array.from(code),
    sets,
    registers,
    groups,
    names,
    prefix: prefixOf(body),
    first: firstOf(body),
  };
}

class Compiler {
  readonly code: number[] = [];
  readonly sets: CharacterSet[] = [];
  readonly #widths = new Map<number, Width>();
  registers: number;

  constructor(groups: number) {
    this.registers = (groups + 1) * 2;
  }

  emit(...numbers: number[]): void {
    this.code.push(...numbers);
  }

  compile(node: RegexNode): void {
    switch (node.kind) {
      case 'character':
        if (node.rule === 'exact') this.emit(op.character, node.code);
        else this.#set(node);
        return;
      case 'any':
        this.emit(node.newlines ? op.anyWithNewlines : op.any);
        return;
      case 'class':
        this.#set(node);
        return;
      case 'sequence':
        for (const item of node.items) this.compile(item);
        return;
      case 'choice':
        this.#choice(node.branches);
        return;
      case 'group':
        this.#group(node.index, node.body);
        return;
      case 'repeat':
        this.#repeat(node);
        return;
      case 'look':
        this.#look(node);
        return;
      case 'atomic':
        this.#atomic(() => this.compile(node.body));
        return;
      case 'reference':
        this.emit(op.reference, node.index, CASE_RULES.indexOf(node.rule));
        return;
      case 'conditional':
        this.#conditional(node.index, node.yes, node.no);
        return;
      case 'place':
        this.emit(op.place, PLACES.indexOf(node.place));
        return;
    }
  }

  #set(node: RegexNode): void {
    const set = singleSet(node);
    if (set) this.#useSet(op.set, set);
  }

  #useSet(instruction: number, set: CharacterSet, ...operands: number[]): void {
    this.emit(instruction, this.sets.push(set) - 1, ...operands);
  }

  /** Emits an instruction whose last operand is a place further on; returns what sets it to where the code has come. */
  #forward(...numbers: number[]): () => void {
    this.emit(...numbers, 0);
    const operand = this.code.length - 1;
    return () => {
      this.code[operand] = this.code.length;
    };
  }

  #choice(branches: readonly RegexNode[]): void {
    const sets = branches.map(singleSet);
    if (sets.every((set) => set !== undefined)) this.#useSet(op.set, unionSet(sets));
    else this.#branches(branches);
  }

  #branches(branches: readonly RegexNode[]): void {
    const ends = branches.slice(0, -1).map((branch) => {
      const next = this.#forward(op.choose);
      this.compile(branch);
      const end = this.#forward(op.jump);
      next();
      return end;
    });
    for (const branch of branches.slice(-1)) this.compile(branch);
    for (const end of ends) end();
  }

  #group(index: number, body: RegexNode): void {
    this.emit(op.save, index * 2);
    this.compile(body);
    this.emit(op.save, index * 2 + 1);
    widthOf({ kind: 'group', index, body }, this.#widths);
  }

  #repeat(node: RepeatNode): void {
    const { mode, body } = node;
    const [min, max] = [Math.min(node.min, ENDLESS), Math.min(node.max, ENDLESS)];
    const set = singleSet(body);
    if (set) this.#useSet({ greedy: op.many, lazy: op.few, possessive: op.all }[mode], set, min, max);
    else if (mode === 'possessive') this.#atomic(() => this.#repeat({ ...node, mode: 'greedy' }));
    else if (mode === 'lazy') this.#lazy(min, max, body);
    else if (min === 0 && max === 1) this.#optional(body);
    else if (min <= 1 && max === ENDLESS && this.#alwaysTakes(body)) this.#loop(min, body);
    else this.#greedy(min, max, body);
  }

  #alwaysTakes(body: RegexNode): boolean {
    return widthOf(body, this.#widths).min > 0;
  }

  #optional(body: RegexNode): void {
    const exit = this.#forward(op.choose);
    this.compile(body);
    exit();
  }

  /** Rounds that always take something need no count: there is nothing to keep but the way out. */
  #loop(min: number, body: RegexNode): void {
    const start = this.code.length;
    if (min === 1) this.compile(body);
    const exit = this.#forward(op.choose);
    if (min === 0) this.compile(body);
    this.emit(op.jump, start);
    exit();
  }

  #greedy(min: number, max: number, body: RegexNode): void {
    const register = this.#allocate();
    this.emit(op.begin, register);
    const start = this.code.length;
    const exit = this.#forward(op.greedy, register, min, max);
    this.compile(body);
    this.emit(op.jump, start);
    exit();
  }

  #lazy(min: number, max: number, body: RegexNode): void {
    const register = this.#allocate();
    this.emit(op.begin, register);
    const start = this.code.length;
    const exit = this.#forward(op.lazy, register, min, max);
    this.emit(op.lazyRound, register, max);
    this.compile(body);
    this.emit(op.jump, start);
    exit();
  }

  #look({ behind, negated, body }: LookNode): void {
    const width = behind ? fixedWidth(body, this.#widths) : 0;
    const register = this.#allocate();
    this.emit(op.mark, register);
    const next = negated ? this.#forward(op.choose) : undefined;
    if (behind) this.emit(op.back, width);
    this.compile(body);
    if (!negated) this.emit(op.cut, register, op.return, register);
    else this.emit(op.reject, register);
    next?.();
  }

  #atomic(body: () => void): void {
    const register = this.#allocate();
    this.emit(op.mark, register);
    body();
    this.emit(op.cut, register);
  }

  #conditional(index: number, yes: RegexNode, no: RegexNode): void {
    const otherwise = this.#forward(op.unless, index);
    this.compile(yes);
    const end = this.#forward(op.jump);
    otherwise();
    this.compile(no);
    end();
  }

  /** Two registers. */
  #allocate(): number {
    this.registers += 2;
    return this.registers - 2;
  }
}

/** The characters of what matches exactly one. */
function singleSet(node: RegexNode): CharacterSet | undefined {
  if (node.kind === 'character') return characterSet(node.code, node.rule);
  if (node.kind === 'class') return classSet(node);
  if (node.kind === 'any') return new CharacterSet(node.newlines ? () => true : (code) => code !== 10);
  const [only, ...others] = node.kind === 'sequence' ? node.items : [];
  return only && others.length === 0 ? singleSet(only) : undefined;
}
