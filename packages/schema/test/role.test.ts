import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import schema from '../haproxy.schema.json' with { type: 'json' };

const role = join(import.meta.dirname, '../../../ansible/roles/haproxy');
const sources = ['templates', 'tasks']
  .flatMap((folder) =>
    readdirSync(join(role, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      join(role, folder, file),
    ),
  )
  .filter((file) => /\.(j2|yaml)$/.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

// The list a service stands in says its mode.
const unreadFields = ['mode'];

describe('a variable in the schema does something: the role reads', () => {
  test.each(Object.keys(schema.properties))('%s', (name) => {
    expect(sources).toMatch(new RegExp(`\\b${name}\\b`));
  });

  const definitions = [
    schema.$defs.tcp_service,
    schema.$defs.udp_service,
    schema.$defs.sni_route,
    schema.$defs.server,
    schema.$defs.stats_user,
  ];
  const fields = new Set(definitions.flatMap(({ properties }) => Object.keys(properties)));
  test.each([...fields].filter((name) => !unreadFields.includes(name)))('the field %s', (name) => {
    expect(sources).toMatch(new RegExp(`\\.${name}\\b`));
  });
});
