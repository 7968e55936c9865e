/** A section of a haproxy.cfg. */
export interface Section {
  /** `global`, `defaults`, `frontend`, `backend`, `listen`, `userlist`, `resolvers` … */
  readonly kind: string;
  /** Empty where it has none. */
  readonly name: string;
  /** Its lines without comments, blanks at their ends and doubled blanks between words. */
  readonly lines: readonly string[];
}

/** The words that begin a section (configuration manual, 2.1). */
const KINDS = new Set([
  'global',
  'defaults',
  'frontend',
  'backend',
  'listen',
  'userlist',
  'peers',
  'mailers',
  'resolvers',
  'program',
  'http-errors',
  'ring',
  'log-forward',
  'cache',
  'fcgi-app',
  'crt-store',
  'traces',
  'acme',
]);

/**
 * Splits a haproxy.cfg into its sections.
 *
 * @param text - The file. What stands before the first section is left out.
 * @returns The sections in the file's order.
 *
 * @example
 * ```ts
 * parseConfiguration('defaults\n    timeout client 8h\n')[0]?.lines; // ['timeout client 8h']
 * ```
 */
export function parseConfiguration(text: string): Section[] {
  const sections: { kind: string; name: string; lines: string[] }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const words = wordsOf(line);
    const [kind = '', name = ''] = words;
    if (KINDS.has(kind)) sections.push({ kind, name, lines: [] });
    else if (words.length > 0) sections.at(-1)?.lines.push(words.join(' '));
  }
  return sections;
}

/** Splits a line at its blanks, up to a comment; quoted and escaped blanks and signs belong to their word (2.2). */
function wordsOf(line: string): string[] {
  const words: string[] = [];
  for (const [token] of line.matchAll(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s#"'\\]|["'\\])+|#.*/g)) {
    if (token.startsWith('#')) break;
    words.push(token);
  }
  return words;
}
