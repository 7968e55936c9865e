import { PythonError } from '../values/errors.ts';
import type { Flags } from './flags.ts';
import type { CaseRule } from './nodes.ts';
import { Reader } from './reader.ts';

/** Parentheses within parentheses: beyond this, Python's own parser gives up, too. */
const DEEPEST = 300;

/** What reading a pattern has found so far. */
export class ParseState {
  readonly reader: Reader;
  readonly names: Map<string, number> = new Map();
  /** Groups that were opened. */
  groups = 0;
  /** How many groups there were before the outermost lookbehind that is being read. */
  groupsBeforeLookbehind: number | undefined;
  readonly #open = new Set<number>();
  /** Groups that `(?(1)…)` asks for before they are there, and where. */
  readonly #awaited = new Map<number, number>();
  #depth = 0;

  constructor(pattern: string) {
    this.reader = new Reader(pattern);
  }

  enter(): void {
    this.#depth++;
    if (this.#depth > DEEPEST)
      throw new PythonError('RecursionError', `a regular expression is nested deeper than ${DEEPEST} levels`);
  }

  leave(): void {
    this.#depth--;
  }

  /** @param name '' where it has none. */
  openGroup(name: string, at: number): number {
    this.groups++;
    this.#open.add(this.groups);
    if (name !== '') this.#name(name, at);
    return this.groups;
  }

  closeGroup(index: number): void {
    this.#open.delete(index);
  }

  #name(name: string, at: number): void {
    const known = this.names.get(name);
    if (known !== undefined)
      throw this.fail(`redefinition of group name '${name}' as group ${this.groups}; was group ${known}`, at);
    this.names.set(name, this.groups);
  }

  /** A group that is asked for has to be closed, and not be a part of the lookbehind that asks for it. */
  checkReference(index: number, at: number): void {
    if (this.#open.has(index)) throw this.fail('cannot refer to an open group', at);
    this.checkLookbehind(index);
  }

  checkLookbehind(index: number): void {
    if (this.groupsBeforeLookbehind === undefined) return;
    if (this.#open.has(index) || index > this.groups) throw this.fail('cannot refer to an open group');
    if (index > this.groupsBeforeLookbehind)
      throw this.fail('cannot refer to group defined in the same lookbehind subpattern');
  }

  awaitGroup(index: number, at: number): void {
    if (!this.#awaited.has(index)) this.#awaited.set(index, at);
  }

  checkReferences(): void {
    for (const [index, at] of this.#awaited)
      if (index > this.groups) throw this.fail(`invalid group reference ${index}`, at);
  }

  fail(message: string, at: number = this.reader.at): PythonError {
    return this.reader.error(message, at);
  }

  overflow(): PythonError {
    return new PythonError('OverflowError', 'the repetition number is too large');
  }
}

export function caseRule(flags: Flags): CaseRule {
  if (!flags.ignoreCase) return 'exact';
  return flags.ascii ? 'ascii' : 'unicode';
}
