import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { mended } from '../fix/mended.ts';
import { print } from '../report/print.ts';
import { visible } from '../report/visible.ts';
import { encoded } from '../utf8.ts';
import type { Problem } from '../variables/problem.ts';
import { isSecretLine } from '../variables/secret.ts';

/**
 * Puts right what has one right answer, and shows the difference first.
 *
 * @param textOf - The text of a file that a problem names.
 * @returns Whether a file was changed.
 */
export function fixFiles(
  problems: readonly Problem[],
  textOf: (file: string) => string,
  { isDry }: { readonly isDry: boolean },
): boolean {
  const files = [
    ...new Set(
      problems.flatMap(({ file, replacement }) => (file && replacement !== undefined ? [file] : [])),
    ),
  ];
  const changed = files.flatMap((file) => {
    const before = textOf(file);
    const after = mended(
      before,
      problems.filter((problem) => problem.file === file),
    );
    return after === before ? [] : [{ file, before, after }];
  });
  for (const { file, before, after } of changed) print('stdout', patch(file, before, after));
  if (!isDry) for (const { file, after } of changed) writeFileSync(resolve(file), encoded(after));
  return changed.length > 0 && !isDry;
}

/** Without lines of context: one of them may be a secret. */
function patch(file: string, before: string, after: string): string[] {
  const lines = createTwoFilesPatch(file, file, before, after, undefined, undefined, { context: 0 }).split(
    '\n',
  );
  return lines
    .slice(1, -1)
    .filter((line) => !isSecretLine(line))
    .map(visible);
}
