// Did-you-mean: typing mistakes, and the words of others.

/** Typing mistakes between two words: a letter too many, missing, wrong, or two of them swapped. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) row.push(step(a, b, i, j, row, last, before));
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

function step(
  a: string,
  b: string,
  i: number,
  j: number,
  row: number[],
  last: number[],
  before: number[],
): number {
  const at = (line: number[], index: number) => line[index] ?? Number.POSITIVE_INFINITY;
  const wrong = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
  const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(before, j - 2) + 1 : wrong;
  return Math.min(at(last, j) + 1, at(row, j - 1) + 1, wrong, swapped);
}

/** The candidate that a word was probably meant to be: at most two mistakes away, and fewer than half of its letters. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const near = candidates
    .filter((candidate) => Math.abs(candidate.length - word.length) <= 2)
    .map((candidate) => ({ candidate, mistakes: distance(word.toLowerCase(), candidate) }))
    .filter(({ candidate, mistakes }) => mistakes <= 2 && mistakes * 2 < candidate.length);
  return near.sort((a, b) => a.mistakes - b.mistakes)[0]?.candidate;
}

/**
 * What a word was probably meant to be: a candidate that others call so, or the nearest one.
 *
 * @param synonyms - What others call a candidate, in lower case.
 */
export function meant(
  word: string,
  candidates: readonly string[],
  synonyms: (candidate: string) => readonly string[],
): string | undefined {
  // nodePort, node-port and NODE_PORT are node_port.
  const plain = (text: string) => text.toLowerCase().replace(/[-_]/g, '');
  const called = candidates.find((candidate) =>
    synonyms(candidate).some((synonym) => plain(synonym) === plain(word)),
  );
  return called ?? nearest(word, candidates);
}
