import { expect, test } from 'vitest';
import { addressTests } from '../../../src/library/ansible/address-tests.ts';
import { addressFilters } from '../../../src/library/ansible/addresses.ts';
import { hasOracle } from '../../oracle/oracle.ts';
import { byAnsible, byFunction, type PluginCase } from './plugin-case.ts';

/** One of each kind, asked everything. */
const kinds: readonly unknown[] = [
  ...['192.168.1.10', '192.168.1.10/24', '192.168.1.0/24', '192.168.1.255/24', '10.0.0.0/31', '10.0.0.5/32'],
  ...[
    '10.0.0.5/30',
    '0.0.0.0/0',
    '8.8.8.8',
    '127.0.0.1',
    '224.0.0.1',
    '169.254.1.1/16',
    '::1',
    'fe80::100/10',
  ],
  ...['2001:db8::/64', '2001:db8::1/127', '::ffff:192.168.1.1', '2002:c058:6301::1/48', 'host.fqdn', 5],
  ['192.24.2.1', 'host.fqdn', '::1', '192.168.32.0/24', ['fe80::100/10', '']],
];
/** Ways to write one, and what is none. */
const values: readonly unknown[] = [
  ...kinds,
  ...['::/0', '::ffff:192.168.32.0/120', 'ff02::1', '100.64.0.1', '192.0.0.9', '::1.2.3.4', '', '5', 0, true],
  ...[
    '192.168.1.10/255.255.255.0',
    '1.2.3.4/33',
    '3232235786/24',
    '4294967296',
    '1:0:0:2:0:0:0:3',
    '1::2::3',
  ],
  ...['01.2.3.4', '1.2.3.4/0.0.0.255', '255.255.255.0', '2001:DB8::A', '10.0.0.4/30', '10.0.0.1/31'],
];
const queries = [
  ...[
    '',
    '6to4',
    'address',
    'address/prefix',
    'bool',
    'broadcast',
    'cidr',
    'first_usable',
    'gateway',
    'host',
  ],
  ...['hostmask', 'int', 'ip', 'ip/prefix', 'ip_netmask', 'ipv4', 'ipv6', 'last_usable', 'link-local', 'lo'],
  ...[
    'multicast',
    'net',
    'netmask',
    'network',
    'network_netmask',
    'network_wildcard',
    'next_usable',
    'peer',
    'prefix',
  ],
  ...[
    'previous_usable',
    'private',
    'public',
    'range_usable',
    'revdns',
    'size',
    'size_usable',
    'subnet',
    'type',
  ],
  ...['unicast', 'version', 'wrap', '1', -1, 300, '192.168.0.0/16', '2001:db8::/32', 'nonsense'],
];
const of = (name: string, ...lists: (readonly unknown[])[]): PluginCase[] =>
  lists.map((given) => ({ name: `ansible.utils.${name}`, given }));

const filters: PluginCase[] = [
  ...queries.flatMap((query) => of('ipaddr', ...kinds.map((value) => [value, query]))),
  ...['', 'address', 'private', 'peer'].flatMap((query) =>
    of('ipaddr', ...values.map((value) => [value, query])),
  ),
  ...values.flatMap((value) => [...of('ipv4', [value]), ...of('ipv6', [value]), ...of('ipwrap', [value])]),
  ...of(
    'ipsubnet',
    ['192.168.144.5'],
    ['192.168.0.0/16', 20],
    ['192.168.0.0/16', 20, -1],
    ['192.168.0.0/16', 12],
  ),
  ...of(
    'ipsubnet',
    ['192.168.144.5', 18, -5],
    ['192.168.144.5', '192.168.0.0/16'],
    ['::5', '::/0'],
    ['x', 5],
  ),
  ...of(
    'ipsubnet',
    ['192.168.0.0/16', 20, 16],
    ['192.168.0.0/16', 12, 0],
    ['192.168.144.5', 18, 14],
    ['1.2.3.4', 33],
  ),
  ...of(
    'ipsubnet',
    ['192.168.144.16/30', '192.168.144.0/24'],
    ['10.0.0.1', '192.168.144.0/24'],
    ['1.2.3.4', 'x'],
  ),
  ...of('ipmath', ['192.168.1.5', 5], ['192.168.2.6/24', -10], ['2001::5', -10], ['0.0.0.0', -1], ['x', 1]),
  ...of(
    'network_in_network',
    ['192.168.0.0/24', '192.168.0.1'],
    ['192.168.0.0/24', '::1'],
    ['::/0', '1.2.3.4'],
  ),
  ...of(
    'network_in_usable',
    ['192.168.0.0/24', '192.168.0.255'],
    ['192.168.0.0/31', '192.168.0.0'],
    ['x', '::1'],
  ),
  ...of('next_nth_usable', ['192.168.122.1/24', 2], ['192.168.122.254/24', 2], ['10.0.0.1/32', 1], ['x', 1]),
  ...of('previous_nth_usable', ['192.168.122.10/24', 2], ['192.168.122.1/24', 1], ['192.168.122.255/24', 1]),
  ...of(
    'nthhost',
    ['10.0.0.0/8', 305],
    ['10.0.0.0/8', -1],
    ['10.0.0.0/30', 4],
    ['10.0.0.0/30', -5],
    ['10.0.0.1', 0],
  ),
  ...of('reduce_on_network', [['192.168.0.34', '10.3.0.3', 'x'], '192.168.0.0/24'], ['::1', '0.0.0.0/0']),
  ...of(
    'slaac',
    ['fd00::/64', '1a:2b:3c:4d:5e:6f'],
    ['fd00::1', '1a2b.3c4d.5e6f'],
    ['1.2.3.0/24', '5'],
    ['::/0', 'x'],
  ),
  ...of(
    'cidr_merge',
    [['192.168.0.0/17', '192.168.128.0/17', '10.0.0.1']],
    [['10.0.0.1', '10.0.0.254'], 'span'],
    [[]],
  ),
  ...of(
    'cidr_merge',
    [['10.0.0.1', '10.0.0.2', '10.0.0.3', '2001:db8::/65']],
    [['10.0.0.1', '::1'], 'span'],
    [['x']],
  ),
  ...of('ip4_hex', ['192.168.1.5'], ['192.168.1.5', ':'], ['::1']),
  ...[2, -2, 9, -9, 17, -17, 0, 33].flatMap((amount) => of('ipcut', ['192.168.1.130', amount])),
  ...[5, -3, 17, -17, 65].flatMap((amount) => of('ipcut', ['1234:4321:abcd:dcba::917', amount])),
  ...['expand', 'compress', 'x509', 'x'].flatMap((form) => of('ipv6form', ['1234:0:abcd::17', form])),
  ...of('usable_range', ['10.0.0.0/30'], ['10.0.0.5/30'], ['2001:db8::/126'], ['x']),
];
const macs = [
  '1a:2b:3c:4d:5e:6f',
  '1A-2B-3C-4D-5E-6F',
  '1a2b.3c4d.5e6f',
  '1a2b3c4d5e6f',
  '1a2b3c-4d5e6f',
  '1:2:3:4:5:6',
];
const macQueries = ['', 'bool', 'bare', 'cisco', 'eui48', 'int', 'linux', 'pgsql', 'unix', 'win', 'nonsense'];
for (const mac of [...macs, 'x', '', '112233', 5, '1a:2b:3c:4d:5e'])
  for (const query of macQueries) filters.push(...of('hwaddr', [mac, query]));

const named: PluginCase[] = [
  { name: 'ansible.utils.ipaddr', given: ['10.0.0.1/8'], named: { query: 'network', version: 4 } },
  { name: 'ansible.utils.ipsubnet', given: ['10.0.0.0/8'], named: { query: 24, index: 1 } },
  { name: 'ansible.utils.next_nth_usable', given: ['10.0.0.0/8'], named: { offset: 1 } },
];

function differences(cases: readonly PluginCase[], plugins: typeof addressFilters): unknown[] {
  const wanted = byAnsible(cases);
  return cases
    .map((one, index) => ({ ...one, ours: byFunction(plugins[one.name], one), ansible: wanted[index] }))
    .filter(({ ours, ansible }) => ours !== ansible);
}

test.skipIf(!hasOracle)('the filters give what ansible.utils gives', { timeout: 120_000 }, () => {
  expect(differences([...filters, ...named], addressFilters)).toEqual([]);
});

test.skipIf(!hasOracle)('the tests say what ansible.utils says', { timeout: 120_000 }, () => {
  const single = Object.keys(addressTests).filter((name) => !/network|_of|mac|resolvable/.test(name));
  const networks = ['10.0.0.0/8', '10.1.1.0/24', '10.0.0.1/8', '::/0', 'x'];
  const cases: PluginCase[] = [
    ...single.flatMap((name) => values.map((value) => ({ name, given: [value] }))),
    ...macs.map((mac) => ({ name: 'ansible.utils.mac', given: [mac] })),
    ...['in_network', 'subnet_of', 'supernet_of'].flatMap((name) =>
      networks.map((network) => ({ name: `ansible.utils.${name}`, given: ['10.1.0.0/16', network] })),
    ),
    ...['in_any_network', 'in_one_network'].map((name) => ({
      name: `ansible.utils.${name}`,
      given: ['10.1.1.1', networks],
    })),
  ];
  expect(
    differences(
      cases.map((one) => ({ ...one, kind: 'test' })),
      addressTests,
    ),
  ).toEqual([]);
});

test('an address that no template can wait for is refused', () => {
  expect(byFunction(addressTests['ansible.utils.resolvable'], { name: '', given: ['localhost'] })).toBe(
    'refused',
  );
});
