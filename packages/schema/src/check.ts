import type { Diagnostic, Finding, Level, Path, Range } from './diagnostic.ts';
import { plainCopy, punch } from './holes.ts';
import { described, isMapping } from './printed.ts';
import { rules } from './rules/index.ts';
import { checkShape } from './shape.ts';
import { unknownVariables } from './unknown-variables.ts';
import { viewOf } from './view.ts';

/** Where a value stands, and in which file if variables come from several. */
export type Located = Range & { file?: string | undefined };

/** What `check` may know besides the values. */
export interface CheckOptions {
  /** Name of the file that the variables came from, for diagnostics. */
  file?: string;
  /** Where a value stands, or with `'key'` the key before it. Without it diagnostics have no range. */
  locate?: (path: Path, part?: 'key' | 'value') => Located;
  /** Places whose value is not known here (templates, vaulted values). They are not judged. */
  unresolved?: readonly Path[];
  /** Other severities than the rules' own, by code. What is an error of itself stays one: the role refuses it. */
  levels?: Readonly<Partial<Record<string, Level>>>;
}

/**
 * Checks variables of the role: the schema, and what a schema cannot say. All that is wrong is reported at once,
 * in the order of the file. Variables of others are let through. What is right and may still surprise is a hint.
 *
 * @param variables Plain values. A float, a date and the like may be objects of any class: they fit nowhere, and
 *   their `toString` is shown.
 *
 * @example
 * check({ haproxy_stats_port: '8404' });
 * // [{ severity: 'error', code: 'wrong-type', path: ['haproxy_stats_port'], message: 'haproxy_stats_port is the text "8404"',
 * //    hint: 'write it without quotes: haproxy_stats_port: 8404' }]
 */
export function check(variables: unknown, options: CheckOptions = {}): Diagnostic[] {
  const findings = findingsOf(variables, options);
  return findings.map((finding) => place(finding, options)).sort(byPlace);
}

function findingsOf(variables: unknown, { unresolved = [], levels = {} }: CheckOptions): Finding[] {
  if (variables === null || variables === undefined || unresolved.some((path) => path.length === 0))
    return [];
  if (!isMapping(variables)) return [notAMapping(variables)];
  const shaped = plainCopy(variables);
  const copy = unresolved.length > 0 ? plainCopy(variables) : shaped;
  punch(copy, unresolved);
  const view = viewOf(isMapping(copy) ? copy : {});
  return [
    ...unknownVariables(variables),
    ...checkShape(shaped, variables, unresolved),
    ...rules.flatMap(({ code, severity: own, check }) => {
      const severity = own === 'error' ? own : (levels[code] ?? own);
      return severity === 'off' ? [] : check(view).map((found) => ({ code, severity, ...found }));
    }),
  ];
}

function notAMapping(variables: unknown): Finding {
  const message = `the variables are ${described(variables, [])}`;
  return { code: 'not-a-mapping', message, path: [], hint: 'write each variable as name: value' };
}

function place(
  { part, severity = 'error', related, ...finding }: Finding,
  options: CheckOptions,
): Diagnostic {
  return {
    severity,
    ...finding,
    ...placeOf(finding.path, part, options),
    ...(related && { related: { ...related, ...placeOf(related.path, 'value', options) } }),
  };
}

function placeOf(
  path: Path,
  part: 'key' | 'value' | undefined,
  { file, locate }: CheckOptions,
): Pick<Diagnostic, 'range' | 'file'> {
  return { ...(file !== undefined && { file }), ...(locate && located(locate(path, part))) };
}

function located({ start, end, file }: Located): Pick<Diagnostic, 'range' | 'file'> {
  return { range: { start, end }, ...(file !== undefined && { file }) };
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (!a.range || !b.range) return byPath(a.path, b.path);
  return (
    a.range.start.line - b.range.start.line ||
    a.range.start.column - b.range.start.column ||
    byPath(a.path, b.path)
  );
}

function byPath(a: Path, b: Path): number {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (part === other) continue;
    if (typeof part === 'number' && typeof other === 'number') return part - other;
    return String(part) < String(other) ? -1 : 1;
  }
  return a.length - b.length;
}
