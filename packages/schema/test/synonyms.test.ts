import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { errors } from './errors.ts';

interface Property {
  'x-synonyms'?: string[];
}

const schema: {
  properties: Record<string, Property>;
  $defs: Record<string, { properties?: Record<string, Property> }>;
} = JSON.parse(readFileSync(join(import.meta.dirname, '../haproxy.schema.json'), 'utf8'));

const server = { name: 'worker-1', address: '192.0.2.11', port: 30306 };
const service = { name: 'mysql', port: 3306, servers: [server] };

/** A mapping with another key for one of its fields, where it stands. */
function renamed<T extends object>(owner: T, field: string, to: string): T {
  const { [field]: value = 1, ...others } = owner as Record<string, unknown>;
  return { ...others, [to]: value } as T;
}

const route = { name: 'shop', hosts: ['shop.example.org'], servers: [server] };
const owners: Record<string, (field: string, to: string) => object> = {
  tcp_service: (field, to) => ({ haproxy_tcp_backends: [renamed(service, field, to)] }),
  sni_route: (field, to) => ({
    haproxy_tcp_backends: [{ ...service, sni_routes: [renamed(route, field, to)] }],
  }),
  udp_service: (field, to) => ({ haproxy_udp_backends: [renamed(service, field, to)] }),
  server: (field, to) => ({ haproxy_tcp_backends: [{ ...service, servers: [renamed(server, field, to)] }] }),
};

const fields = Object.entries(owners).flatMap(([owner, variables]) =>
  Object.entries(schema.$defs[owner]?.properties ?? {}).flatMap(([field, { 'x-synonyms': all = [] }]) =>
    all.map((synonym) => ({ owner, field, synonym, variables })),
  ),
);

describe('what others call a field', () => {
  test.each(fields)('of $owner, $synonym, is $field', ({ field, synonym, variables }) => {
    expect(errors(variables(field, synonym))).toMatchObject([
      { code: 'unknown-key', hint: `did you mean ${field}?`, replacement: field },
    ]);
  });

  test('is known in every way of writing', () => {
    for (const word of ['nodePort', 'NODE_PORT', 'node-port'])
      expect(errors(owners.server?.('port', word))).toMatchObject([{ hint: 'did you mean port?' }]);
  });
});

test.each(
  Object.entries(schema.properties).flatMap(([name, { 'x-synonyms': all = [] }]) =>
    all.map((synonym) => [synonym, name] as const),
  ),
)('what others call a variable, %s, is %s', (synonym, name) => {
  expect(errors({ [synonym]: [] })).toMatchObject([
    { code: 'unknown-variable', hint: `did you mean ${name}?`, replacement: name },
  ]);
});

test('a field that is missing is told, unless another is meant to be it', () => {
  const codes = (variables: object) =>
    errors(variables).map(({ code, message }) => `${code} ${message.split(' ').at(-1)}`);
  const { port: _port, ...portless } = service;
  expect(codes({ haproxy_tcp_backends: [{ ...portless, prot: 3306 }] })).toEqual(['unknown-key knows']);
  expect(codes({ haproxy_tcp_backends: [{ ...portless, blance: 'source' }] })).toEqual([
    'missing-key port',
    'unknown-key knows',
  ]);
});
