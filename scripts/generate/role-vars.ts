// What the role takes from the schema for itself: the defaults of the items' fields.

import { fieldDefaults, type Node, type Output, origin } from './schema.ts';
import { comment, entry } from './yaml.ts';

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
