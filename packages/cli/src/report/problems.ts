import type { Checked } from '../variables/check.ts';
import { isError, type Problem } from '../variables/problem.ts';
import { isSecretLine } from '../variables/secret.ts';
import { count } from './servers.ts';
import { visible } from './visible.ts';

/** Longest piece of a source line that is shown. */
const WIDTH = 100;

/**
 * Writes problems for people: the place, the message and the code, the source line with a caret, what to do. What is
 * no error says so after its place. A line that may show a secret is left out, and nothing of a file can steer the
 * terminal.
 *
 * @param textOf - The text of a file that a problem names.
 */
export function problemLines(
  problems: readonly Problem[],
  textOf: (file: string) => string | undefined,
): string[] {
  const known = new Map<string, readonly string[]>();
  const linesOf = (file: string): readonly string[] => {
    const lines = known.get(file) ?? (textOf(file) ?? '').split(/\r?\n/);
    known.set(file, lines);
    return lines;
  };
  return problems.flatMap((problem) => {
    const { file, range, message, code, hint } = problem;
    const place = [file, range?.start.line, range?.start.column]
      .filter((part) => part !== undefined)
      .join(':');
    return [
      `${place}${place && ': '}${isError(problem) ? '' : `${problem.severity}: `}${message}${onHosts(problem)} [${code}]`,
      ...frame(problem, file === undefined ? [] : linesOf(file)),
      ...(hint ? [`  hint: ${hint}`] : []),
    ].map(visible);
  });
}

function onHosts({ hosts = [] }: Problem): string {
  const others = hosts.length - 1;
  if (others < 0) return '';
  return `, on ${hosts[0]}${others > 0 ? ` and ${count(others, 'other host')}` : ''}`;
}

function frame({ range, isSecret }: Problem, lines: readonly string[]): string[] {
  const line = range && lines[range.start.line - 1];
  if (!range || !line || isSecret || isSecretLine(line)) return [];
  // Of a file that cannot be read, nobody knows what the line belongs to: what stands above it tells.
  if (isSecret === undefined && blockAbove(lines, range.start.line).some(isSecretLine)) return [];
  const { start, end } = range;
  // A line may be long, and a tab is as wide as the terminal likes.
  const from = start.column > WIDTH ? start.column - 1 : 0;
  const shown = line.slice(from, from + WIDTH);
  const last = end.line === start.line ? end.column : line.length + 1;
  const length = Math.max(1, Math.min(last, from + shown.length + 1) - start.column);
  const margin = `  ${start.line} | `;
  return [
    margin + shown,
    `${' '.repeat(margin.length - 2)}| ${' '.repeat(start.column - 1 - from)}${'^'.repeat(length)}`,
  ];
}

/** The lines above one, up to the next that is not indented and no item of a list. */
function blockAbove(lines: readonly string[], number: number): string[] {
  const above = lines.slice(0, number);
  const top = above.findLastIndex((line) => /^[^\s#-]/.test(line));
  return above.slice(Math.max(0, top));
}

/** `3 files, 2 services, 1 value with Jinja or vault not checked: 1 problem, 1 hint` */
export function summaryLine({ files, services, unresolved, vaulted, unseen, problems }: Checked): string {
  const parts = [
    count(files.length, 'file'),
    count(services, 'service'),
    ...(unresolved > 0 ? [`${count(unresolved, 'value')} with Jinja or vault not checked`] : []),
    ...(vaulted.length > 0
      ? [`${count(vaulted.length, 'vaulted file')} not checked (${vaulted.join(', ')})`]
      : []),
    ...(unseen.length > 0 ? [`not seen: ${unseen.join(', ')}`] : []),
  ];
  const errors = problems.filter(isError).length;
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  const hints = problems.length - errors - warnings;
  const found = [
    errors === 0 ? 'no problems' : count(errors, 'problem'),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
    ...(hints > 0 ? [count(hints, 'hint')] : []),
  ];
  return visible(`${parts.join(', ')}: ${found.join(', ')}`);
}
