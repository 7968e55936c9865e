// The reference page of the variables.

import { itemOf, type Node, type Output, properties, resolve, schemaPath } from './schema.ts';
import { table } from './table.ts';
import { entry } from './yaml.ts';

const units: Record<string, string> = { duration: 'number with ms, s, m, h or d' };

function typeOf(schema: Node, node: Node): string {
  if (node.type !== 'array') return node.type ?? '';
  const item = node.items && resolve(schema, node.items);
  return item?.type === 'object' ? `list of ${item.title}` : `list of ${item?.format ?? item?.type}`;
}

function limits(node: Node): string[] {
  if (node.minimum !== undefined && node.maximum !== undefined) return [`${node.minimum} to ${node.maximum}`];
  return [];
}

/** What a value may be, in words. */
function allowed(node: Node): string {
  const words = [
    ...(node.enum ?? []).map((choice) => `\`${choice}\``),
    ...limits(node),
    ...(node['x-unit'] ? [units[node['x-unit']] ?? node['x-unit']] : []),
    ...(node['x-hint'] && node['x-unit'] !== 'duration' ? [node['x-hint']] : []),
    ...(node.maxLength ? [`at most ${node.maxLength} characters`] : []),
    ...(node.minItems ? [`at least ${node.minItems}`] : []),
    ...(node.maxItems ? [`at most ${node.maxItems}`] : []),
    ...(node.format && node.format !== 'haproxy-duration' ? [node.format] : []),
  ];
  return words.join(', ');
}

const code = (value: unknown): string =>
  value === undefined ? '' : `\`${JSON.stringify(value).replace(/^"(.*)"$/, '$1')}\``;

function fields(schema: Node, item: Node): string[] {
  const rows = properties(schema, item).map(([name, field]) => [
    `\`${name}\``,
    typeOf(schema, field),
    item.required?.includes(name) ? 'required' : code(field.default),
    allowed(field),
    field.description ?? '',
  ]);
  return table(['Field', 'Type', 'Default', 'Allowed', 'Meaning'], rows);
}

/** A list of objects, and those in its items. */
function listsIn(schema: Node, node: Node): Node[] {
  const item = itemOf(schema, node);
  return item ? [node, ...properties(schema, item).flatMap(([, field]) => listsIn(schema, field))] : [];
}

function itemSection(schema: Node, node: Node): string[] {
  const item = itemOf(schema, node);
  if (!item) return [];
  return [
    '',
    `### ${item.title}: an item of ${node.title?.toLowerCase().replace(/^(tcp|udp|sni)/, (word) => word.toUpperCase())}`,
    '',
    item.description ?? '',
    '',
    ...fields(schema, item),
  ];
}

function section(schema: Node, [name, node]: [string, Node]): string[] {
  // Servers stand in a service and in its routes, and are described once.
  const lists = listsIn(schema, node).filter(
    ({ items }, index, all) => all.findIndex((other) => other.items?.$ref === items?.$ref) === index,
  );
  const facts = [`Type: ${typeOf(schema, node)}`, ...(allowed(node) ? [`Allowed: ${allowed(node)}`] : [])];
  return [
    '',
    `## ${name}`,
    '',
    node.description ?? '',
    '',
    ...facts.map((fact) => `- ${fact}`),
    '',
    'Default:',
    '',
    ...fence(entry(name, node.default ?? null)),
    ...(node.examples?.[0] === undefined
      ? []
      : ['', 'Example:', '', ...fence(entry(name, node.examples[0]))]),
    ...lists.flatMap((list) => itemSection(schema, list)),
  ];
}

const fence = (lines: string[]): string[] => ['```yaml', ...lines, '```'];

export function reference(schema: Node): Output {
  const variables = properties(schema, schema);
  const text = [
    `<!-- Generated from ${schemaPath} by \`npm run generate\`: change the schema, not this file. -->`,
    '',
    '# Variables',
    '',
    'The variables of the role `haproxy`. Set them in group_vars or host_vars; each has a default.',
    'Durations are text, such as `500ms` or `2s`; the largest is 2147483647 ms.',
    '',
    ...table(
      ['Variable', 'Meaning'],
      variables.map(([name, node]) => [`[\`${name}\`](#${name})`, node.title ?? '']),
    ),
    ...variables.flatMap((variable) => section(schema, variable)),
  ];
  return { path: 'docs/reference/variables.md', text: `${text.join('\n')}\n` };
}
