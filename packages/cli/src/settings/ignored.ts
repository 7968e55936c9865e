import type { Range } from '@nodeport-haproxy/ansible-yaml';
import { isError, type Problem } from '../variables/problem.ts';

/** `# nodeport: ignore one-server` at the end of a line or above it; `ignore-file` is for the whole file. */
const COMMENT = /#\s*nodeport:\s*(ignore-file|ignore)\b([^#\n]*)/;

interface Ignore {
  readonly code: string;
  /** Undefined: all of the file. */
  readonly line: number | undefined;
  readonly range: Range;
}

/**
 * Takes out what comments in the files say is meant so, and adds a hint for each such comment that nothing is left of.
 * Errors stay: the role refuses them.
 *
 * @param textOf - The text of a file, by its name in the problems.
 */
export function withoutIgnored(
  problems: readonly Problem[],
  files: readonly string[],
  textOf: (file: string) => string,
): Problem[] {
  const used = new Set<Ignore>();
  const ignores = new Map(files.map((file) => [file, ignoresIn(textOf(file))]));
  const left = problems.filter((problem) => {
    const by = isError(problem)
      ? undefined
      : (ignores.get(problem.file ?? '') ?? []).filter((one) => covers(one, problem));
    for (const one of by ?? []) used.add(one);
    return !by || by.length === 0;
  });
  const unused = [...ignores].flatMap(([file, all]) =>
    all.filter((one) => !used.has(one)).map((one) => useless(file, one)),
  );
  return [...left, ...unused];
}

function covers({ code, line }: Ignore, problem: Problem): boolean {
  return problem.code === code && (line === undefined || problem.range?.start.line === line);
}

function ignoresIn(text: string): Ignore[] {
  if (!text.includes('nodeport:')) return [];
  const lines = text.split(/\r\n|\r|\n/);
  return lines.flatMap((line, index) => {
    const found = COMMENT.exec(line);
    if (!found) return [];
    const [whole, kind, rest = ''] = found;
    const [codes = ''] = rest.split('--');
    const column = found.index + 1;
    const range = {
      start: { line: index + 1, column },
      end: { line: index + 1, column: column + whole.trimEnd().length },
    };
    const own = line.slice(0, found.index).trim() !== '';
    const at = kind === 'ignore-file' ? undefined : own ? index + 1 : nextLine(lines, index);
    return codes.split(/[\s,]+/).flatMap((code) => (code === '' ? [] : [{ code, line: at, range }]));
  });
}

/** The number of the first line below that holds more than a comment. */
function nextLine(lines: readonly string[], index: number): number {
  const below = lines.findIndex((line, at) => at > index && !/^\s*(#|$)/.test(line));
  return below + 1;
}

function useless(file: string, { code, range }: Ignore): Problem {
  return {
    severity: 'hint',
    code: 'unused-ignore',
    message: `nothing called ${code} is to be ignored here`,
    file,
    range,
    hint: 'take the code out of the comment; errors cannot be ignored',
  };
}
