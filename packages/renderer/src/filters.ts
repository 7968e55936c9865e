import { createHash } from 'node:crypto';

/** The Ansible filters that the role's templates use, by name. */
export const filters: Readonly<Record<string, (...values: never[]) => unknown>> = {
  combine,
  comment,
  hash,
  unique,
};

/** `combine` of Ansible's documentation, not recursive: later mappings win, key by key. */
function combine(...mappings: Record<string, unknown>[]): Record<string, unknown> {
  return Object.assign({}, ...mappings);
}

/** `comment` of Ansible's documentation in its plain style: a `#` line before, after, and before each line. */
function comment(text: string): string {
  const lines = text.split('\n').map((line) => `# ${line}`.trimEnd());
  return ['#', ...lines, '#'].join('\n');
}

/** `hash` of Ansible's documentation: the digest of a text in UTF-8, in hexadecimal. */
function hash(text: string, algorithm: string): string {
  return createHash(algorithm).update(text, 'utf8').digest('hex');
}

/** What nunjucks gives as the last argument where a template names arguments: `unique(case_sensitive=true)`. */
interface Named {
  readonly __keywords?: true;
  readonly [name: string]: unknown;
}

/**
 * `unique` of Ansible's documentation: the first of each value. Capital letters make no difference to it unless it is
 * told so. Of lists and mappings it would have to know when Python calls two equal, so it takes none.
 */
function unique(values: readonly unknown[], options: Named = {}): unknown[] {
  const { case_sensitive: exactly = false, __keywords, ...unknown } = options;
  const wrong = values.find((value) => typeof value !== 'string' && typeof value !== 'number');
  if (wrong !== undefined || Object.keys(unknown).length > 0)
    throw new Error('unique takes a list of texts and numbers, and case_sensitive');
  const seen = new Set();
  return values.filter((value) => {
    const key = typeof value === 'string' && !exactly ? value.toLowerCase() : value;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
