// What the role takes from the schema for itself: defaults of the items' fields, names of all variables.

import { type Json, type Node, type Output, origin, properties, resolve } from './schema.ts';
import { comment, entry } from './yaml.ts';

function fieldDefaults(schema: Node, definition: string): Json {
  const fields = properties(schema, resolve(schema, { $ref: `#/$defs/${definition}` }));
  return Object.fromEntries(
    fields.flatMap(([name, { default: value }]) => (value === undefined ? [] : [[name, value]])),
  );
}

export function roleVars(schema: Node): Output {
  const text = [
    '---',
    ...comment(origin),
    '',
    '# What a TCP service and a server get where they say nothing.',
    ...entry('__haproxy_tcp_service_defaults', fieldDefaults(schema, 'tcp_service')),
    ...entry('__haproxy_server_defaults', fieldDefaults(schema, 'server')),
    '',
    '# Every variable an operator may set; the preflight refuses other names that begin with haproxy_.',
    ...entry('__haproxy_variables', Object.keys(schema.properties ?? {}).sort()),
  ];
  return { path: 'ansible/roles/haproxy/vars/main.yaml', text: `${text.join('\n')}\n` };
}
