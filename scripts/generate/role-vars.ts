// What the role takes from the schema for itself: the defaults of the items' fields.

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
    '# What a service and a server get where they say nothing.',
    ...entry('__haproxy_tcp_service_defaults', fieldDefaults(schema, 'tcp_service')),
    ...entry('__haproxy_udp_service_defaults', fieldDefaults(schema, 'udp_service')),
    ...entry('__haproxy_server_defaults', fieldDefaults(schema, 'server')),
  ];
  return { path: 'ansible/roles/haproxy/vars/main.yaml', text: `${text.join('\n')}\n` };
}
