/** Whether there is Jinja in a value: what it is, only rendering it tells. */
export function hasTemplate(value: unknown): boolean {
  if (typeof value === 'string') return /\{\{|\{%|\{#/.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(hasTemplate);
}
