import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { PythonError } from '../../src/values/errors.ts';
import { repr } from '../../src/values/print.ts';
import type { Value } from '../../src/values/value.ts';
import { hasOracle } from '../oracle/oracle.ts';

export { hasOracle };

/** An expression in Python, and what does the same here. */
export interface Case {
  readonly python: string;
  readonly run: () => Value;
}

export type Outcome = { readonly repr: string } | { readonly error: string; readonly message: string };

const python = fileURLToPath(new URL('../../../../.venv/bin/python', import.meta.url));
const script = fileURLToPath(new URL('evaluate.py', import.meta.url));

/** What Python makes of expressions; one process for all of them. */
export function evaluate(expressions: readonly string[]): Outcome[] {
  const output = execFileSync(python, [script], {
    input: expressions.map((expression) => `${JSON.stringify(expression)}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', PYTHONHASHSEED: '0' },
  });
  return output
    .trimEnd()
    .split('\n')
    .map((line): Outcome => JSON.parse(line));
}

/** What is different from Python, as lines for a message: expected to be none. */
export function differences(cases: readonly Case[]): string[] {
  const expected = evaluate(cases.map((each) => each.python));
  return cases.flatMap(({ python, run }, index) => {
    const wanted = expected[index];
    const got = outcomeOf(run);
    if (wanted === undefined || same(wanted, got)) return [];
    return [`${python}\n  Python: ${JSON.stringify(wanted)}\n  here:   ${JSON.stringify(got)}`];
  });
}

function same(wanted: Outcome, got: Outcome): boolean {
  if ('repr' in wanted || 'repr' in got) return 'repr' in wanted && 'repr' in got && wanted.repr === got.repr;
  // Python says nothing of memory.
  return wanted.error === got.error && (wanted.message === got.message || wanted.error === 'MemoryError');
}

function outcomeOf(run: () => Value): Outcome {
  try {
    return { repr: repr(run()) };
  } catch (error) {
    if (error instanceof PythonError) return { error: error.type, message: error.message };
    throw error;
  }
}
