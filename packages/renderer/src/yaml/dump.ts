import type { Value } from '../values/value.ts';
import { emit } from './emit.ts';
import { type DumpOptions, defaults } from './options.ts';
import { represent } from './represent.ts';

/** Columns of a level that libyaml takes; any other becomes 2. */
const indents = { least: 2, most: 9 };

/**
 * Writes a value as YAML, as PyYAML's `safe_dump` does.
 *
 * @example
 * dumpYaml(Dict.of([['ports', [80, 443]]])); // 'ports: [80, 443]\n'
 */
export function dumpYaml(value: Value, options: Partial<DumpOptions> = {}): string {
  const wanted = { ...defaults, ...options };
  const indent =
    wanted.indent >= indents.least && wanted.indent <= indents.most ? wanted.indent : indents.least;
  const made = { ...wanted, indent, width: widthOf(wanted.width, indent) };
  return emit(represent(value, made), made);
}

/** Less than nothing is without end; too little for two levels is the usual width. */
function widthOf(width: number, indent: number): number {
  if (width < 0) return Number.POSITIVE_INFINITY;
  return width <= indent * 2 ? defaults.width : width;
}
