/** The Ansible filters that the role's templates use, by name. */
export const filters: Readonly<Record<string, (...values: never[]) => unknown>> = { combine, comment };

/** `combine` of Ansible's documentation, not recursive: later mappings win, key by key. */
function combine(...mappings: Record<string, unknown>[]): Record<string, unknown> {
  return Object.assign({}, ...mappings);
}

/** `comment` of Ansible's documentation in its plain style: a `#` line before, after, and before each line. */
function comment(text: string): string {
  const lines = text.split('\n').map((line) => `# ${line}`.trimEnd());
  return ['#', ...lines, '#'].join('\n');
}
