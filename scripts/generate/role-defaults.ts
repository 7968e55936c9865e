// The role's defaults: every variable, what it is for, and its value.

import { type Node, type Output, origin, properties } from './schema.ts';
import { comment, entry } from './yaml.ts';

function block(name: string, node: Node): string[] {
  if (node.default === undefined) throw new Error(`${name} has no default in the schema`);
  return ['', ...comment(node.description ?? ''), ...entry(name, node.default)];
}

export function roleDefaults(schema: Node): Output {
  const header = [
    ...comment(origin),
    ...comment(
      'Set your own values in group_vars or host_vars; docs/reference/variables.md shows all fields.',
    ),
  ];
  const blocks = properties(schema, schema).flatMap(([name, node]) => block(name, node));
  return {
    path: 'ansible/roles/haproxy/defaults/main.yaml',
    text: `${['---', ...header, ...blocks].join('\n')}\n`,
  };
}
