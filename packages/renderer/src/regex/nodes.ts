// The tree of a regular expression in Python's `re` syntax. Flags are resolved: each node knows what it is under.

/** How case is ignored: not at all, by ASCII's rules (`(?ai)`), by Unicode's (`(?i)`). */
export type CaseRule = 'exact' | 'ascii' | 'unicode';

export type CategoryName = 'digit' | 'space' | 'word';

/** A part of a character class. */
export type Member =
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  /** `\d`, `\s`, `\w` and their opposites. */
  | {
      readonly kind: 'category';
      readonly name: CategoryName;
      readonly negated: boolean;
      readonly ascii: boolean;
    };

export interface ClassNode {
  readonly kind: 'class';
  readonly members: readonly Member[];
  readonly negated: boolean;
  readonly rule: CaseRule;
}

export interface SequenceNode {
  readonly kind: 'sequence';
  readonly items: readonly RegexNode[];
}

export interface ChoiceNode {
  readonly kind: 'choice';
  readonly branches: readonly RegexNode[];
}

/** `(…)`; groups are counted from 1. */
export interface GroupNode {
  readonly kind: 'group';
  readonly index: number;
  readonly body: RegexNode;
}

export interface RepeatNode {
  readonly kind: 'repeat';
  readonly min: number;
  /** Infinity: no bound. */
  readonly max: number;
  readonly mode: 'greedy' | 'lazy' | 'possessive';
  readonly body: RegexNode;
}

/** `(?=…)`, `(?!…)`, `(?<=…)`, `(?<!…)` */
export interface LookNode {
  readonly kind: 'look';
  readonly behind: boolean;
  readonly negated: boolean;
  readonly body: RegexNode;
}

export type Place =
  | 'text-start'
  | 'line-start'
  /** `$`: the end, or before the newline at the end. */
  | 'end'
  | 'line-end'
  | 'text-end'
  | 'boundary'
  | 'not-boundary'
  | 'ascii-boundary'
  | 'not-ascii-boundary';

export type RegexNode =
  | { readonly kind: 'character'; readonly code: number; readonly rule: CaseRule }
  /** `.` */
  | { readonly kind: 'any'; readonly newlines: boolean }
  | ClassNode
  | SequenceNode
  | ChoiceNode
  | GroupNode
  | RepeatNode
  | LookNode
  /** `(?>…)` */
  | { readonly kind: 'atomic'; readonly body: RegexNode }
  /** `\1`, `(?P=name)` */
  | { readonly kind: 'reference'; readonly index: number; readonly rule: CaseRule }
  /** `(?(1)yes|no)` */
  | {
      readonly kind: 'conditional';
      readonly index: number;
      readonly yes: RegexNode;
      readonly no: RegexNode;
    }
  | { readonly kind: 'place'; readonly place: Place };

/** A pattern that was read. */
export interface Tree {
  readonly body: RegexNode;
  /** How many groups there are, the whole match not counted. */
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
}
