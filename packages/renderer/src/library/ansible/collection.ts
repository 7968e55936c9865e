import { filters, tests } from '../jinja2/index.ts';

const JINJA2 = { filters, tests };

/** Those of Jinja2 that ansible-core has one of its own for. */
const REPLACED: ReadonlySet<string> = new Set([
  'd',
  'default',
  'defined',
  'groupby',
  'map',
  'random',
  'reject',
  'rejectattr',
  'select',
  'selectattr',
  'undefined',
  'unique',
]);

/**
 * The name of a filter or a test in ansible-core's own collections: `ansible.builtin` has them all, `ansible.legacy` those
 * of Jinja2 only where ansible-core has its own. Undefined for any other name.
 */
export function nameInCollection(kind: 'filters' | 'tests', name: string): string | undefined {
  const [, collection, short = ''] = /^ansible\.(builtin|legacy)\.(\w+)$/.exec(name) ?? [];
  if (collection === 'legacy' && JINJA2[kind][short] && !REPLACED.has(short)) return undefined;
  return short || undefined;
}
