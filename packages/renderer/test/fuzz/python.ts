import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { OracleCase, OracleResult } from '../oracle/oracle.ts';

const python = fileURLToPath(new URL('../../../../.venv/bin/python', import.meta.url));
const script = fileURLToPath(new URL('bounded-oracle.py', import.meta.url));

/** A Python that stays: starting Ansible takes longer than a hundred templates. */
export interface Python {
  ask(cases: readonly OracleCase[]): Promise<OracleResult[]>;
  end(): Promise<void>;
}

export function startPython(profile: 'jinja2' | 'ansible'): Python {
  // Only what it needs: Ansible reads a hundred variables that a developer may have set.
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, LC_ALL: 'C.UTF-8', PYTHONHASHSEED: '0' };
  const child = spawn(python, [script, profile], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  // Ansible warns of every second case; of a Python that ends, the last words say why.
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-2000);
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(cases) {
      child.stdin.write(cases.map((one) => `${lineOf(one)}\n`).join(''));
      const results: OracleResult[] = [];
      for (const { template } of cases) {
        const { value, done } = await lines.next();
        if (done) throw new Error(`Python ended at: ${template}\n${words}`);
        results.push(JSON.parse(value));
      }
      return results;
    },
    async end() {
      const exit = once(child, 'exit');
      child.stdin.end();
      await exit;
    },
  };
}

function lineOf({ variablesJson, variables, ...rest }: OracleCase): string {
  const given = variablesJson?.replaceAll('\n', ' ') ?? JSON.stringify(variables ?? {});
  return `${JSON.stringify(rest).slice(0, -1)},"variables":${given}}`;
}
