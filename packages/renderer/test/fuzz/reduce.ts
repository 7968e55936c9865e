import type { FuzzCase } from './fuzz-case.ts';
import { type Piece, piecesOf } from './piece.ts';

// fast-check shrinks a choice to the first one of its kind; a template becomes small by putting parts of it in the
// place of the whole, which keeps what the difference comes from.

const BODIES = new Set(['body', 'statement', 'child', 'library', 'base', 'template']);
const NO_EXPRESSION = new Set([...BODIES, 'w', 'm', 'loop', 'block']);
const SIMPLE = ['1', "'a'", '[]', 'none'].map(
  (text): Piece => ({ rule: 'leaf', type: 'any', parts: [text], isAtomic: true }),
);
const NOTHING: Piece = { rule: 'leaf', type: 'body', parts: [''] };

/**
 * Makes a case as small as it stays interesting.
 *
 * @param which - Asks of several cases at once which are still interesting.
 */
export async function reduced(
  given: FuzzCase,
  which: (cases: readonly FuzzCase[]) => Promise<boolean[]>,
): Promise<FuzzCase> {
  let best = given;
  for (let round = 0; round < 60; round++) {
    const smaller = await firstOf(candidates(best), which);
    if (!smaller) return best;
    best = smaller;
  }
  return best;
}

async function firstOf(
  all: readonly FuzzCase[],
  which: (cases: readonly FuzzCase[]) => Promise<boolean[]>,
): Promise<FuzzCase | undefined> {
  for (let start = 0; start < all.length; start += 40) {
    const some = all.slice(start, start + 40);
    const found = (await which(some)).indexOf(true);
    if (found !== -1) return some[found];
  }
  return undefined;
}

/** Cases that are a step smaller, the smallest first. */
function candidates(given: FuzzCase): FuzzCase[] {
  const { main, templates, options } = given;
  const mains = replacements(main).map((piece) => ({ ...given, main: piece }));
  const others = Object.entries(templates).flatMap(([name, piece]) =>
    replacements(piece).map((smaller) => ({ ...given, templates: { ...templates, [name]: smaller } })),
  );
  const without = Object.keys(options).map((name) => {
    const { [name]: _, ...rest } = options;
    return { ...given, options: rest };
  });
  return [...mains, ...others].sort((a, b) => sizeOfCase(a) - sizeOfCase(b)).concat(without);
}

const sizeOfCase = ({ main, templates }: FuzzCase): number =>
  [main, ...Object.values(templates)].reduce((sum, piece) => sum + size(piece), 0);

const size = (piece: Piece): number =>
  piece.parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : size(part)), 1);

/** The piece with one part of it replaced by something smaller. */
function replacements(piece: Piece): Piece[] {
  const inside = piece.parts.flatMap((part, index) => {
    if (typeof part === 'string') return [];
    return replacements(part).map((smaller) => ({ ...piece, parts: piece.parts.with(index, smaller) }));
  });
  return [...instead(piece), ...inside];
}

function instead(piece: Piece): Piece[] {
  if (piece.type === 'template') return [];
  if (BODIES.has(piece.type))
    return size(piece) > 2 ? [NOTHING, ...below(piece, (type) => BODIES.has(type))] : [];
  if (NO_EXPRESSION.has(piece.type)) return [];
  const simple = piece.rule.startsWith('leaf') ? [] : SIMPLE;
  return [...below(piece, (type) => !NO_EXPRESSION.has(type)), ...simple];
}

function below(piece: Piece, wanted: (type: string) => boolean): Piece[] {
  return piecesOf(piece).flatMap((part) => (wanted(part.type) ? [part] : below(part, wanted)));
}
