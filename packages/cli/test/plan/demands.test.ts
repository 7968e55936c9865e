import { expect, test } from 'vitest';
import { checkedVariables, demandsOf, templateHost } from '../../src/plan/demands.ts';

const server = (address: string) => ({ name: 'one', address, port: 30000 });
const variables = (more: object) => ({ ...checkedVariables(new Map()), ...more });

test('a page that is turned off listens nowhere', () => {
  const paths = (more: object) => demandsOf(variables(more)).listeners.map(({ path }) => path);
  expect(paths({})).toEqual(['haproxy_stats_port', 'haproxy_metrics_port']);
  expect(paths({ haproxy_stats_port: 0 })).toEqual(['haproxy_metrics_port']);
});

test('services listen on every address unless they say where', () => {
  const services = [
    { name: 'a', port: 1, mode: 'tcp', servers: [] },
    { name: 'b', port: 2, mode: 'tcp', bind: ['192.0.2.10'], servers: [] },
  ];
  const { listeners } = demandsOf(variables({ haproxy_tcp_backends: services }));
  expect(listeners.slice(2)).toMatchObject([
    { path: 'haproxy_tcp_backends[0].port', port: 1, addresses: ['::'] },
    { path: 'haproxy_tcp_backends[1].port', port: 2, addresses: ['192.0.2.10'] },
  ]);
});

test.each([
  [['192.0.2.1'], ['ipv4'], ['ipv4']],
  [['2001:db8::1'], ['ipv6'], []],
  [['192.0.2.1', '2001:db8::1'], ['ipv4', 'ipv6'], ['ipv4']],
  [[], [], []],
])('for servers %j %j is forwarded, and %j guarded where it was off before', (addresses, families, guard) => {
  const given = variables({ haproxy_udp_backends: [{ name: 'a', port: 1, servers: addresses.map(server) }] });
  const facts = { ipv6: true, udp: { off_before: ['ipv4'] } };
  expect(templateHost(facts, given)).toMatchObject({ ...facts, families, forward_guard: guard });
});

test('a host that was asked before the role asked for the directive of Lua goes without it', () => {
  const facts = { udp: { off_before: [] } };
  expect(templateHost(facts, variables({}))).toHaveProperty('bool_sample_conversion', false);
  const newer = { ...facts, bool_sample_conversion: true };
  expect(templateHost(newer, variables({}))).toHaveProperty('bool_sample_conversion', true);
});
