import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A template for the real Jinja2 or the real ansible-core. */
export interface OracleCase {
  readonly template: string;
  /** As JSON text where order and kind of numbers matter; otherwise a plain value. */
  readonly variables?: unknown;
  readonly variablesJson?: string;
  readonly templates?: Readonly<Record<string, string>>;
  /** Of `jinja2.Environment`, or the overrides of Ansible's template action. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** Ansible only: templates in the variables are templates, too. */
  readonly recursive?: boolean;
}

export type OracleResult = { readonly text: string } | { readonly error: string; readonly message: string };

const python = fileURLToPath(new URL('../../../../.venv/bin/python', import.meta.url));
const script = fileURLToPath(new URL('oracle.py', import.meta.url));

/** Whether there is a Python to compare with: `npm run setup` installs one. */
export const hasOracle = existsSync(python);

/** What Jinja2 or Ansible makes of each case. One process for all of them. */
export function oracle(profile: 'jinja2' | 'ansible', cases: readonly OracleCase[]): OracleResult[] {
  const input = cases.map(({ variablesJson, variables, ...rest }) => {
    const text = JSON.stringify(rest);
    return `${text.slice(0, -1)},"variables":${variablesJson ?? JSON.stringify(variables ?? {})}}`;
  });
  const output = execFileSync(python, [script, profile], {
    input: `${input.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    // Ansible reads a hundred variables that a developer may have set.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LC_ALL: 'C.UTF-8', PYTHONHASHSEED: '0' },
  });
  return output
    .trimEnd()
    .split('\n')
    .map((line): OracleResult => JSON.parse(line));
}
