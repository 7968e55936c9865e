import { expect, test } from 'vitest';
import type { Live } from '../../src/live/live.ts';
import { type Listener, refusalsOf } from '../../src/plan/refusals.ts';

const demands = { listeners: [], adopts: false, failsOnDrift: false };
const nginx = { address: '0.0.0.0', port: 3306, process: 'nginx', pid: 7 };
const mysql: Listener = {
  path: 'haproxy_tcp_backends[0].port',
  protocol: 'tcp',
  port: 3306,
  addresses: ['192.0.2.10'],
};

/** A host with these facts, on which all else is well. */
function host(facts: object): Live {
  const udp = { there: false, active: false, stale: false, off_before: [], receivers: [], ...facts };
  const well = {
    os: { ID: 'debian', ID_LIKE: '' },
    enabled: 'enabled',
    configuration: 'ours',
    listeners: [],
    unusable_addresses: [],
  };
  // Only what refusals are told by.
  return { facts: { ...well, ...facts, udp }, files: {}, copies: {}, running: null } as unknown as Live;
}

test('a host on which all is well is not refused', () => {
  expect(refusalsOf(host({}), [], { ...demands, listeners: [mysql] })).toEqual([]);
});

test('a port that another process holds is refused with its variable', () => {
  const [refusal] = refusalsOf(host({ listeners: [nginx] }), [], { ...demands, listeners: [mysql] });
  expect(refusal).toMatch(
    /^haproxy_tcp_backends\[0\]\.port: nginx \(pid 7\) on this host already listens on port 3306/,
  );
});

test.each([
  ['HAProxy itself', { ...nginx, process: 'haproxy' }],
  ['another port', { ...nginx, port: 3307 }],
  ['another address', { ...nginx, address: '192.0.2.11' }],
])('%s is in nobody’s way', (_, holder) => {
  expect(refusalsOf(host({ listeners: [holder] }), [], { ...demands, listeners: [mysql] })).toEqual([]);
});

test('an address is the same in every spelling', () => {
  const held = host({ listeners: [{ ...nginx, address: '2001:db8::10' }] });
  const listener = { ...mysql, addresses: ['2001:DB8:0::10'] };
  expect(refusalsOf(held, [], { ...demands, listeners: [listener] })).toHaveLength(1);
});

test('a UDP port is held by receivers, not by listeners', () => {
  const dns: Listener = { ...mysql, path: 'haproxy_udp_backends[0].port', protocol: 'udp' };
  const all = { ...demands, listeners: [dns] };
  expect(refusalsOf(host({ listeners: [nginx] }), [], all)).toEqual([]);
  expect(refusalsOf(host({ receivers: [nginx] }), [], all)).toHaveLength(1);
});

test("somebody else's configuration is refused unless it may be replaced", () => {
  const foreign = host({ configuration: 'foreign' });
  expect(refusalsOf(foreign, [], demands)[0]).toMatch(/haproxy_adopt: true/);
  expect(refusalsOf(foreign, [], { ...demands, adopts: true })).toEqual([]);
});

test('drift is refused only where the variables say so', () => {
  const drift = [{ subject: 'drift', text: 'HAProxy does not run; it is started', by: 'start' as const }];
  expect(refusalsOf(host({}), drift, demands)).toEqual([]);
  expect(refusalsOf(host({}), drift, { ...demands, failsOnDrift: true })).toHaveLength(1);
});

test.each([
  ['a system that the role does not know', { os: { ID: 'alpine', ID_LIKE: '' } }],
  ['a masked unit', { enabled: 'masked' }],
  ['an address that the host does not have', { unusable_addresses: ['192.0.2.99'] }],
])('%s is refused', (_, facts) => {
  expect(refusalsOf(host(facts), [], demands)).toHaveLength(1);
});

test('a system that is like Debian is Debian', () => {
  expect(refusalsOf(host({ os: { ID: 'ubuntu', ID_LIKE: 'debian' } }), [], demands)).toEqual([]);
});
