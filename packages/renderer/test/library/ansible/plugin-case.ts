import type { Call } from '../../../src/runtime/call.ts';
import { PythonError } from '../../../src/values/errors.ts';
import type { PythonFunction } from '../../../src/values/function.ts';
import { parseJson } from '../../../src/values/json.ts';
import { repr } from '../../../src/values/print.ts';
import type { Value } from '../../../src/values/value.ts';
import { type OracleResult, oracle } from '../../oracle/oracle.ts';

/** A filter or a test, and what it is given: plain values, the first of them before the bar. */
export interface PluginCase {
  readonly kind?: 'filter' | 'test';
  readonly name: string;
  readonly given: readonly unknown[];
  readonly named?: Readonly<Record<string, unknown>>;
}

const call = {} as Call; // The filters under test ask it for nothing.

const refused = 'refused';

/** What our function makes of a case, as Python's repr writes it. */
export function byFunction(plugin: PythonFunction | undefined, { given, named = {} }: PluginCase): string {
  const value = (plain: unknown): Value => parseJson(JSON.stringify(plain));
  const entries = Object.entries(named).map(([name, plain]) => [name, value(plain)] as const);
  try {
    if (!plugin) return 'there is none';
    return repr([plugin(call, given.map(value), new Map(entries))]);
  } catch (error) {
    if (error instanceof PythonError) return refused;
    throw error;
  }
}

/** What the real ansible-core makes of each case. */
export function byAnsible(cases: readonly PluginCase[]): string[] {
  const templates = cases.map(({ kind = 'filter', name, given, named = {} }) => {
    const rest = given.slice(1).map((_, index) => `given[${index + 1}]`);
    const all = [...rest, ...Object.keys(named).map((key) => `${key}=named.${key}`)].join(', ');
    const template = `{{ [given[0] ${kind === 'test' ? 'is' : '|'} ${name}(${all})] }}`;
    return { template, variables: { given, named } };
  });
  return oracle('ansible', templates).map((result: OracleResult) =>
    'text' in result ? result.text : refused,
  );
}
