// Values in messages: terminals must not act on what a file holds, and no secret may be in a log.

import type { Path } from './diagnostic.ts';

// Control characters, line separators, and marks that turn the direction of text.
const unprintable = /[\u007f-\u009f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const longest = 60;

/** A text in double quotes, its unprintable characters escaped, a long one cut. */
export function printed(text: string): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return JSON.stringify(cut).replace(
    unprintable,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** What a value is, to follow "is": `the text "3306"`, `65536`, `empty`. */
export function described(value: unknown, path: Path): string {
  if (isSecret(path)) return 'a value that is not shown here';
  if (value === null || value === undefined) return 'empty';
  if (typeof value === 'string') return `the text ${printed(value)}`;
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (isMapping(value)) return 'a mapping';
  return String(value);
}

const isSecret = (path: Path): boolean =>
  path.some((part) => /password|secret|token|haproxy_stats_users/.test(String(part)));

/** Whether a value is a plain object. Readers of YAML make objects of other classes for dates, floats and the like. */
export function isMapping(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
