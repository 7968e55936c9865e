import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Dict } from '../../src/values/dict.ts';
import { Float } from '../../src/values/float.ts';
import { floatText } from '../../src/values/float-text.ts';
import { Tuple } from '../../src/values/tuple.ts';
import type { Value } from '../../src/values/value.ts';

const python = fileURLToPath(new URL('../../../../.venv/bin/python', import.meta.url));
const script = fileURLToPath(new URL('pyyaml.py', import.meta.url));

export const hasPyyaml = existsSync(python);

export type PyyamlCase =
  | { readonly value: Value; readonly options: Readonly<Record<string, unknown>> }
  | { readonly load: string };
export type PyyamlResult = { readonly text: string } | { readonly error: string };

/** What PyYAML makes of each case. One process for all of them. */
export function pyyaml(cases: readonly PyyamlCase[]): PyyamlResult[] {
  const lines = cases.map((one) =>
    JSON.stringify('load' in one ? one : { value: encode(one.value, new Map()), options: one.options }),
  );
  const output = execFileSync(python, [script], {
    input: `${lines.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  return output
    .trimEnd()
    .split('\n')
    .map((line): PyyamlResult => JSON.parse(line));
}

function encode(value: Value, known: Map<Value, number>): unknown {
  if (typeof value === 'number' || typeof value === 'bigint') return { int: String(value) };
  if (value instanceof Float) return { float: floatText(value.value) };
  if (!Array.isArray(value) && !(value instanceof Tuple) && !(value instanceof Dict)) return value;
  const place = known.get(value);
  if (place !== undefined) return { same: place };
  known.set(value, known.size);
  if (Array.isArray(value)) return { list: value.map((item) => encode(item, known)) };
  if (value instanceof Tuple) return { tuple: value.items.map((item) => encode(item, known)) };
  return { dict: [...value.entries()].map(([key, item]) => [encode(key, known), encode(item, known)]) };
}
