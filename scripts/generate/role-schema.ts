// The schema itself, for the role's preflight: balancers and controllers need no Node.

import { type Output, readSchemaText } from './schema.ts';

export function roleSchema(root: string): Output {
  return { path: 'ansible/roles/haproxy/files/haproxy.schema.json', text: readSchemaText(root) };
}
