import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Pattern } from '../../src/regex/pattern.ts';
import { PythonError } from '../../src/values/errors.ts';

export interface RegexCase {
  readonly pattern: string;
  /** As Python's `re` counts them: 2 ignores case, 8 is multiline, 16 dot-all, 64 verbose, 256 ASCII. */
  readonly flags?: number;
  readonly text: string;
  readonly replacement?: string;
}

/** Places count code points. */
export type RegexAnswer =
  | { readonly error: string }
  | {
      readonly match: readonly unknown[] | null;
      readonly all: readonly unknown[];
      readonly replaced: string | null;
    };

const python = fileURLToPath(new URL('../../../../.venv/bin/python', import.meta.url));
const script = fileURLToPath(new URL('python-re.py', import.meta.url));

export const hasPython = existsSync(python);

/** What Python says. */
export function askPython(cases: readonly RegexCase[]): RegexAnswer[] {
  const output = execFileSync(python, [script], {
    input: `${cases.map((one) => JSON.stringify(one)).join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return output
    .trimEnd()
    .split('\n')
    .map((line): RegexAnswer => JSON.parse(line));
}

/** What the renderer says, in the same form. */
export function ask({ pattern: source, flags = 0, text, replacement }: RegexCase): RegexAnswer {
  try {
    const pattern = new Pattern(source, {
      ignoreCase: (flags & 2) !== 0,
      multiline: (flags & 8) !== 0,
      dotAll: (flags & 16) !== 0,
      verbose: (flags & 64) !== 0,
      ascii: (flags & 256) !== 0,
    });
    const place = (units: number): number => Array.from(text.slice(0, units)).length;
    const groups = (all: readonly (string | undefined)[]) => all.slice(1).map((group) => group ?? null);
    const first = pattern.match(text);
    return {
      match: first ? [place(first.end), ...groups(first.groups)] : null,
      all: [...pattern.matches(text)].map((found) => [
        place(found.start),
        place(found.end),
        ...groups(found.groups),
      ]),
      replaced: replacement === undefined ? null : pattern.replace(text, replacement).text,
    };
  } catch (error) {
    if (error instanceof PythonError) return { error: error.message };
    throw error;
  }
}
