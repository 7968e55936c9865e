import { type Position, readYaml } from '@nodeport-haproxy/ansible-yaml';
import type { Problem } from '../variables/problem.ts';

interface Change {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/**
 * A text with all that has one right answer put right.
 *
 * @param problems - Those of this text.
 */
export function mended(text: string, problems: readonly Problem[]): string {
  const wrong = countWrong(text);
  return changesIn(text, problems).reduce((left, { start, end, replacement }) => {
    const next = left.slice(0, start) + replacement + left.slice(end);
    // A key of the right name may stand there already: then it is not the right answer.
    return countWrong(next) > wrong ? left : next;
  }, text);
}

/** How much there is that is wrong with a text as YAML. */
function countWrong(text: string): number {
  const read = readYaml(text);
  return read.ok ? read.document.duplicates.length : Number.POSITIVE_INFINITY;
}

/** From the end, so that what is still to be changed stays where it is. */
function changesIn(text: string, problems: readonly Problem[]): Change[] {
  const offsetOf = offsetsIn(text);
  const changes = problems.flatMap(({ range, replacement }): Change[] =>
    range && replacement !== undefined
      ? [{ start: offsetOf(range.start), end: offsetOf(range.end), replacement }]
      : [],
  );
  const once = new Map(changes.map((change) => [change.start, change]));
  return [...once.values()].sort((one, other) => other.start - one.start);
}

function offsetsIn(text: string): (position: Position) => number {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  return ({ line, column }) => (starts[line - 1] ?? text.length) + column - 1;
}
