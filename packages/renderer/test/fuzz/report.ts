import { type Difference, kindOf } from './compare.ts';
import { oracleCaseOf } from './fuzz-case.ts';
import type { Outcome } from './outcome.ts';
import { type Piece, piecesOf } from './piece.ts';

/** Differences that look alike, as one: what the smallest cases are made of, and how the two sides end. */
export function grouped(differences: readonly Difference[]): (readonly [Difference, number])[] {
  const groups = new Map<string, [Difference, number]>();
  for (const one of differences) {
    const key = `${kindOf(one)} ${causeOf(one.given.main)}`;
    const [first, count] = groups.get(key) ?? [one, 0];
    groups.set(key, [lengthOf(one) < lengthOf(first) ? one : first, count + 1]);
  }
  return [...groups.values()].sort(([, a], [, b]) => b - a);
}

const lengthOf = ({ given }: Difference): number => oracleCaseOf(given).template.length;

/** The outermost rules that are no frame. */
function causeOf(piece: Piece): string {
  const isFrame = piece.type === 'template' || piece.type === 'body' || piece.rule === 'statement print';
  return isFrame ? piecesOf(piece).map(causeOf).join(' ') : piece.rule;
}

export function described([{ given, python, ours }, times]: readonly [Difference, number]): string {
  const { template, templates = {}, options } = oracleCaseOf(given);
  const others = Object.entries(templates).filter(([, text]) => text !== '');
  const lines = [
    `${times} × ${given.profile} ${JSON.stringify(options)}`,
    `  template: ${JSON.stringify(template)}`,
    ...others.map(([name, text]) => `  ${name}: ${JSON.stringify(text)}`),
    `  Python:   ${outcomeText(python)}`,
    `  renderer: ${outcomeText(ours)}`,
  ];
  return lines.join('\n');
}

function outcomeText(outcome: Outcome): string {
  if ('text' in outcome) return JSON.stringify(outcome.text.slice(0, 300));
  return `${outcome.error}: ${outcome.message.slice(0, 400)}`;
}
