import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseUdpRules } from '../src/index.ts';

const rules = (name: string) =>
  readFileSync(new URL(`../../../examples/${name}/udp.nft`, import.meta.url), 'utf8');

test('the services come with their servers, and with what only the rules say', () => {
  const [wireguard] = parseUdpRules(rules('wireguard')) ?? [];
  expect(wireguard).toMatchObject({ name: 'wireguard', port: 51820, flow_timeout: 300, masquerade: true });
  expect(wireguard?.servers.map(({ name }) => name)).toEqual([
    'k8s-worker-1',
    'k8s-worker-2',
    'k8s-worker-3',
  ]);
});

test('a service without masquerading is told from one with it', () => {
  const text = rules('wireguard').replaceAll(/^add element inet haproxy_udp masqueraded_.*\n/gm, '');
  expect(parseUdpRules(text)?.[0]?.masquerade).toBe(false);
});

test.each(['', 'table inet other {}', '# agent: {\n'])('%j tells of no services', (text) => {
  expect(parseUdpRules(text)).toBeUndefined();
});
