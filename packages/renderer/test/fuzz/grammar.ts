import fc from 'fast-check';
import { type Piece, parenthesized } from './piece.ts';
import { type Hole, type Production, production } from './production.ts';
import { CHOICES } from './tables/choices.ts';
import { LEAVES } from './variables.ts';

type Table = readonly Production[];
type Leaves = Readonly<Record<string, readonly string[]>>;

/** What may stand where one of several types is wanted. */
const UNIONS: Readonly<Record<string, readonly string[]>> = {
  number: ['number', 'int', 'float'],
  list: ['list', 'ints', 'strs', 'maps', 'pairs'],
};

/** Literals have a label of their own, so that each kind is known to be reached. */
const LITERALS: Readonly<Record<string, string>> = {
  'int literal': 'int',
  'float literal': 'float',
  'str literal': 'str',
};

/** Parts of statements: always what is asked for, and without parentheses. */
const EXACT = new Set([
  ...['body', 'statement', 'child', 'library', 'base', 'error', 'w', 'm', 'loop', 'block', 'odd'],
  ...Object.keys(CHOICES),
]);

/** Arguments of a small size: any other type is better than them where any may stand. */
const NARROW = new Set(['small', 'positive', 'char', 'chars', 'attribute', 'plain_attribute']);

export interface Grammar {
  /** What begins with each production, the leaves among them. */
  readonly roots: readonly { readonly rule: string; readonly piece: fc.Arbitrary<Piece> }[];
  readonly of: (type: string) => fc.Arbitrary<Piece>;
}

export interface GrammarOptions {
  /** Leaves, by type. */
  readonly leaves: Leaves;
  /** How deep parts may be nested. */
  readonly depth: number;
  /** One part of so many is of any type instead of the wanted one. */
  readonly wrong: number;
}

interface Given {
  readonly leaves: Table;
  readonly productions: Table;
  readonly options: GrammarOptions;
  readonly tie: (type: string) => fc.Arbitrary<Piece>;
}

const USUAL: GrammarOptions = { leaves: LEAVES, depth: 3, wrong: 30 };

/** Arbitraries for all productions. A part is made for the type that is wanted, and now and then for any type at all. */
export function grammar(given: Table, options: GrammarOptions = USUAL): Grammar {
  const leaves = [...leafProductions(options.leaves), ...leafProductions(CHOICES)];
  let roots: Grammar['roots'] = [];
  const pieces = fc.letrec<Record<string, Piece>>((tie) => {
    const all: Given = { leaves, productions: given, options, tie };
    roots = [...leaves, ...given].map((one) => ({ rule: one.rule, piece: instance(one, all) }));
    const types = new Set([...Object.keys(UNIONS), ...[...leaves, ...given].map(({ result }) => result)]);
    types.delete('any');
    return Object.fromEntries([
      ...[...types].map((type) => [type, ofType(type, all)]),
      ['any', anything(types, all)],
    ]);
  });
  const of = (type: string): fc.Arbitrary<Piece> => {
    const piece = pieces[type];
    if (!piece) throw new Error(`no production gives ${type}`);
    return piece;
  };
  return { roots, of };
}

function leafProductions(table: Leaves): Production[] {
  return Object.entries(table).flatMap(([type, texts]) => {
    const leaf = production(`leaf ${type}`, LITERALS[type] ?? type, '');
    return texts.map((text) => ({ ...leaf, parts: [text], isAtomic: !text.startsWith('-') }));
  });
}

/** A leaf, or by a production of one of the kinds: operators are as frequent as filters, though they are fewer. */
function ofType(type: string, given: Given): fc.Arbitrary<Piece> {
  const wanted = new Set(UNIONS[type] ?? [type]);
  const own = (table: Table): Table => table.filter(({ result }) => wanted.has(result));
  const leaves = own(given.leaves);
  const kinds = byKind(own(given.productions));
  const choices = kinds.map((kind) => ({ weight: 2, arbitrary: oneOf(kind, given) }));
  if (leaves.length === 0) return fc.oneof(...choices);
  return fc.oneof(limited(given), { weight: 6, arbitrary: oneOf(leaves, given) }, ...choices);
}

function anything(types: ReadonlySet<string>, given: Given): fc.Arbitrary<Piece> {
  const wide = [...types].filter((type) => !EXACT.has(type) && !NARROW.has(type));
  const leaves = given.leaves.filter(({ result }) => wide.includes(result));
  const own = given.productions.filter(({ result }) => result === 'any');
  return fc.oneof(
    limited(given),
    { weight: 8, arbitrary: oneOf(leaves, given) },
    { weight: 6, arbitrary: oneOf(own, given) },
    ...wide.map((type) => ({ weight: 1, arbitrary: given.tie(type) })),
  );
}

const limited = ({ options: { depth } }: Given) => ({ maxDepth: depth, depthIdentifier: 'expression' });

const oneOf = (some: Table, given: Given): fc.Arbitrary<Piece> =>
  fc.oneof(...some.map((one) => instance(one, given)));

function byKind(table: Table): Table[] {
  const kinds = new Map<string, Production[]>();
  for (const one of table) {
    const kind = one.rule.slice(0, one.rule.indexOf(' '));
    kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
  }
  return [...kinds.values()];
}

function instance({ rule, result: type, parts, isAtomic }: Production, given: Given): fc.Arbitrary<Piece> {
  const holes = parts.filter((part): part is Hole => typeof part !== 'string');
  return fc.tuple(...holes.map((hole) => filled(hole, given))).map((pieces) => {
    const rest = pieces.values();
    const filling = (part: string | Hole) => (typeof part === 'string' ? part : (rest.next().value ?? ''));
    return { rule, type, parts: parts.map(filling), isAtomic };
  });
}

function filled(hole: Hole, { tie, options }: Given): fc.Arbitrary<Piece> {
  if (EXACT.has(hole.type)) return tie(hole.type);
  const wrong = { weight: 1, arbitrary: tie('any') };
  const piece = fc.oneof({ weight: options.wrong - 1, arbitrary: tie(hole.type) }, wrong);
  if (hole.isFree) return piece;
  // Seldom without parentheses, so that precedence is met, too.
  return fc
    .tuple(piece, fc.nat(9))
    .map(([part, dice]) => (part.isAtomic || dice === 0 ? part : parenthesized(part)));
}
