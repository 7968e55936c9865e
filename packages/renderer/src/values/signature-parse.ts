import { Float } from './float.ts';
import type { Value } from './value.ts';

export interface Parameter {
  readonly name: string;
  /** Absent: it has to be given. */
  readonly fallback?: Value;
}

export interface Signature {
  readonly name: string;
  readonly positional: readonly Parameter[];
  /** How many of these, before `/`, have no name for callers. */
  readonly unnamed: number;
  /** After `*` or `*args`. */
  readonly namedOnly: readonly Parameter[];
  /** `*args` */
  readonly rest: boolean;
  /** `**kwargs` */
  readonly restNamed: boolean;
}

/** Reads a signature in Python's words, such as `replace(self, old, new, count=-1, /)`. */
export function parseSignature(text: string): Signature {
  const open = text.indexOf('(');
  const parts = text.slice(open + 1, text.lastIndexOf(')')).match(/(?:'[^']*'|[^,'])+/g) ?? [];
  const words = parts.map((part) => part.trim()).filter(Boolean);
  const star = words.findIndex((word) => /^\*(?!\*)/.test(word));
  const plain = words.filter((word) => !word.startsWith('*') && word !== '/');
  const before = star === -1 ? plain.length : words.slice(0, star).filter((word) => word !== '/').length;
  return {
    name: text.slice(0, open),
    positional: plain.slice(0, before).map(parameter),
    unnamed: Math.max(0, words.indexOf('/')),
    namedOnly: plain.slice(before).map(parameter),
    rest: star !== -1 && words[star] !== '*',
    restNamed: words.some((word) => word.startsWith('**')),
  };
}

function parameter(word: string): Parameter {
  const [name = '', fallback] = word.split(/=(.*)/s);
  return fallback === undefined ? { name } : { name, fallback: literal(fallback) };
}

function literal(text: string): Value {
  if (text === 'None') return null;
  if (text === 'True' || text === 'False') return text === 'True';
  if (/^'.*'$/s.test(text)) return text.slice(1, -1).replaceAll('\\n', '\n').replaceAll('\\t', '\t');
  return text.includes('.') ? new Float(Number(text)) : Number(text);
}
