// The role's argument specification: what `ansible-doc -t role haproxy` shows.

import { itemOf, type Json, type Node, type Output, origin, properties, resolve } from './schema.ts';
import { comment, entry, folded, indent } from './yaml.ts';

const types = {
  string: 'str',
  integer: 'int',
  number: 'float',
  boolean: 'bool',
  array: 'list',
  object: 'dict',
};

const reason =
  'Items of lists of objects are `elements: raw`, not dict: Ansible then shows the nested options but leaves judging ' +
  "the items to the role's preflight, whose messages name the item and say how to mend it.";

/** Ansible marks code as C(…). */
function markup(text: string): string {
  return text.replace(/`([^`]+)`/g, 'C($1)');
}

function elements(schema: Node, node: Node): Json {
  if (itemOf(schema, node)) return 'raw';
  return types[(node.items && resolve(schema, node.items).type) ?? 'string'];
}

function facts(schema: Node, node: Node, required: boolean): Record<string, Json> {
  return {
    type: types[node.type ?? 'string'],
    ...(node.type === 'array' && { elements: elements(schema, node) }),
    ...(required && { required }),
    ...(node.enum && { choices: node.enum }),
    ...(node.default !== undefined && { default: node.default }),
  };
}

function option(schema: Node, name: string, node: Node, required: boolean, depth: number): string[] {
  const item = itemOf(schema, node);
  const body = [
    ...folded('description', markup(node.description ?? ''), depth + 1),
    ...Object.entries(facts(schema, node, required)).flatMap(([key, value]) => entry(key, value)),
    ...(item ? ['options:', ...indent(options(schema, item, depth + 2))] : []),
  ];
  return [`${name}:`, ...indent(body)];
}

function options(schema: Node, node: Node, depth: number): string[] {
  return properties(schema, node).flatMap(([name, property]) =>
    option(schema, name, property, node.required?.includes(name) ?? false, depth),
  );
}

export function argumentSpecs(schema: Node): Output {
  const main = [
    'short_description: HAProxy outside the cluster, in front of Kubernetes NodePorts',
    'options:',
    ...indent(options(schema, schema, 4)),
  ];
  const text = [
    '---',
    ...comment(origin),
    ...comment(reason),
    'argument_specs:',
    '  main:',
    ...indent(main, 2),
  ];
  return { path: 'ansible/roles/haproxy/meta/argument_specs.yaml', text: `${text.join('\n')}\n` };
}
