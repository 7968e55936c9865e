import type { Range } from '@nodeport-haproxy/ansible-yaml';
import type { Levels } from '../variables/judge.ts';
import { isError, type Problem } from '../variables/problem.ts';

/** `# nodeport: ignore one-server` at the end of a line or above it; `ignore-file` is for the whole file. */
const COMMENT = /#\s*nodeport:\s*(ignore-file|ignore)\b([^#\n]*)/;

/** A code in a comment. */
export interface Ignore {
  readonly file: string;
  /** Empty where the comment names none. */
  readonly code: string;
  /** Undefined: all of the file. */
  readonly line: number | undefined;
  readonly range: Range;
}

/**
 * Takes out what comments in the files say is meant so. What the role refuses stays.
 *
 * @param textOf - The text of a file, by its name in the problems.
 * @param levels - What the settings make an error is none to the role.
 * @returns `unused`: of which nothing is left.
 */
export function withoutIgnored(
  problems: readonly Problem[],
  files: readonly string[],
  textOf: (file: string) => string,
  levels: Levels,
): { left: Problem[]; unused: Ignore[] } {
  const ignores = new Map(files.map((file) => [file, ignoresIn(file, textOf(file))]));
  const used = new Set<Ignore>();
  const left = problems.filter((problem) => {
    if (isError(problem) && levels[problem.code] !== 'error') return true;
    const by = (ignores.get(problem.file ?? '') ?? []).filter((one) => covers(one, problem));
    for (const one of by) used.add(one);
    return by.length === 0;
  });
  return { left, unused: [...ignores.values()].flat().filter((one) => !used.has(one)) };
}

function covers({ code, line }: Ignore, problem: Problem): boolean {
  return problem.code === code && (line === undefined || problem.range?.start.line === line);
}

function ignoresIn(file: string, text: string): Ignore[] {
  if (!text.includes('nodeport:')) return [];
  const lines = text.split(/\r\n|\r|\n/);
  return lines.flatMap((line, index) => {
    const found = COMMENT.exec(line);
    if (!found) return [];
    const [whole, kind, rest = ''] = found;
    const own = line.slice(0, found.index).trim() !== '';
    const at = kind === 'ignore-file' ? undefined : own ? index + 1 : nextLine(lines, index);
    const codesFrom = found.index + whole.length - rest.length;
    const [codes = ''] = rest.split('--');
    const ignore = (code: string, from: number, length: number): Ignore => {
      const place = (offset: number) => ({ line: index + 1, column: offset + 1 });
      return { file, code, line: at, range: { start: place(from), end: place(from + length) } };
    };
    const named = [...codes.matchAll(/[^\s,]+/g)].map((one) =>
      ignore(one[0], codesFrom + one.index, one[0].length),
    );
    return named.length > 0 ? named : [ignore('', found.index, whole.trimEnd().length)];
  });
}

/** The number of the first line below that holds more than a comment. */
function nextLine(lines: readonly string[], index: number): number {
  const below = lines.findIndex((line, at) => at > index && !/^\s*(#|$)/.test(line));
  return below + 1;
}
