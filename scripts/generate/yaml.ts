// YAML as ansible-lint and yamllint like it: two blanks, sequences indented.

import type { Json } from './schema.ts';

// What can stand without quotes and stays a string for PyYAML.
const plain = [/^\/?[A-Za-z][A-Za-z0-9_./-]*$/, /^[0-9]+(ms|s|m|h|d)$/, /^[0-9]+(\.[0-9]+){3}(\/[0-9]+)?$/];
const word = /^(y|yes|n|no|on|off|true|false|null)$/i;

function scalar(value: Json): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return plain.some((pattern) => pattern.test(value)) && !word.test(value) ? value : JSON.stringify(value);
}

const isEmpty = (value: object): boolean => Object.keys(value).length === 0;

function lines(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(item);
  if (value !== null && typeof value === 'object')
    return Object.entries(value).flatMap(([key, inner]) => entry(key, inner));
  return [scalar(value)];
}

function item(value: Json): string[] {
  return lines(value).map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
}

/** The lines of `key: value`. */
export function entry(key: string, value: Json): string[] {
  if (value === null || typeof value !== 'object') return [`${key}: ${scalar(value)}`];
  if (isEmpty(value)) return [`${key}: ${Array.isArray(value) ? '[]' : '{}'}`];
  return [`${key}:`, ...indent(lines(value))];
}

/** The lines of a long text, folded. */
export function folded(key: string, text: string, depth: number): string[] {
  return [`${key}: >-`, ...indent(wrap(text, 98 - depth * 2))];
}

export function indent(block: string[], depth = 1): string[] {
  return block.map((line) => (line === '' ? '' : '  '.repeat(depth) + line));
}

export function comment(text: string): string[] {
  return wrap(text, 98).map((line) => `# ${line}`);
}

export function wrap(text: string, width: number): string[] {
  const wrapped: string[] = [];
  for (const part of text.split(' ')) {
    const last = wrapped.at(-1);
    if (last === undefined || last.length + 1 + part.length > width) wrapped.push(part);
    else wrapped[wrapped.length - 1] = `${last} ${part}`;
  }
  return wrapped;
}
