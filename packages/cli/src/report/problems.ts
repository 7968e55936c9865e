import type { Checked } from '../variables/check.ts';
import type { Problem } from '../variables/problem.ts';
import { count } from './servers.ts';

/** Longest piece of a source line that is shown. */
const WIDTH = 100;

/**
 * Writes problems for people: the place, the message and the code, the source line with a caret, what to do.
 *
 * @param textOf - The text of a file that a problem names.
 */
export function problemLines(
  problems: readonly Problem[],
  textOf: (file: string) => string | undefined,
): string[] {
  return problems.flatMap((problem) => {
    const { file, range, message, code, hint } = problem;
    const place = [file, range?.start.line, range?.start.column]
      .filter((part) => part !== undefined)
      .join(':');
    return [
      `${place}${place && ': '}${message} [${code}]`,
      ...frame(problem, (file && textOf(file)) || ''),
      ...(hint ? [`  hint: ${hint}`] : []),
    ];
  });
}

function frame({ range }: Problem, text: string): string[] {
  const line = range && text.split(/\r?\n/)[range.start.line - 1];
  if (!range || !line) return [];
  const { start, end } = range;
  // A line may be long, and a tab is as wide as the terminal likes.
  const from = start.column > WIDTH ? start.column - 1 : 0;
  const shown = line.slice(from, from + WIDTH).replaceAll('\t', ' ');
  const last = end.line === start.line ? end.column : line.length + 1;
  const length = Math.max(1, Math.min(last, from + shown.length + 1) - start.column);
  const margin = `  ${start.line} | `;
  return [
    margin + shown,
    `${' '.repeat(margin.length - 2)}| ${' '.repeat(start.column - 1 - from)}${'^'.repeat(length)}`,
  ];
}

/** `3 files, 2 services, 1 value with Jinja or vault not checked: 1 problem` */
export function summaryLine({ files, services, unresolved, vaulted, problems }: Checked): string {
  const parts = [
    count(files.length, 'file'),
    count(services, 'service'),
    ...(unresolved > 0 ? [`${count(unresolved, 'value')} with Jinja or vault not checked`] : []),
    ...(vaulted.length > 0
      ? [`${count(vaulted.length, 'vaulted file')} not checked (${vaulted.join(', ')})`]
      : []),
  ];
  return `${parts.join(', ')}: ${problems.length === 0 ? 'no problems' : count(problems.length, 'problem')}`;
}
