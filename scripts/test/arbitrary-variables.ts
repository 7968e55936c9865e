// Prints, as JSON, variable sets that nobody thought of: each with whether the schema and its rules accept it and,
// where they do, the configuration. A part of each set may be wrong.
//
//   tsx --conditions=@nodeport-haproxy/source scripts/test/arbitrary-variables.ts COUNT [SEED]

import { check } from '@nodeport-haproxy/schema';
import fc from 'fast-check';
import { roleFile } from './role-files.ts';

/** Mostly the right thing, now and then another. */
function mostly<T>(right: fc.Arbitrary<T>, wrong: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ arbitrary: right, weight: 200 }, { arbitrary: wrong, weight: 1 });
}

/** For what only a rule refuses: often enough that each rule meets it. */
function rarely<T>(wrong: fc.Arbitrary<T>, right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ arbitrary: right, weight: 30 }, { arbitrary: wrong, weight: 1 });
}

const junk = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.integer(),
  fc.boolean(),
  fc.constant([]),
  fc.constant({}),
);
// Few ports and addresses, so that services meet.
const few = fc.oneof(
  { arbitrary: fc.constantFrom(3306, 8404, 9101), weight: 1 },
  { arbitrary: fc.integer({ min: 1, max: 65535 }), weight: 4 },
);
const listening = fc.oneof(
  fc.ipV4(),
  fc.ipV6(),
  fc.constantFrom(
    '0.0.0.0',
    '::',
    '::ffff:0:0',
    '::0.0.0.0',
    '127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '0:0::1',
    '::1',
  ),
);
const port = mostly(few, fc.constantFrom(0, 65536, -1, '3306', 3306.5, true));
const portOrOff = mostly(fc.oneof(fc.constant(0), few), fc.constantFrom(65536, '0', false));
const name = mostly(
  fc.stringMatching(/^[A-Za-z0-9_.:-]{1,12}$/),
  fc.oneof(
    junk,
    fc.constantFrom('stats', 'metrics', 'workers', 'udp_x', 'sni_x', 'mysql\n', '', 'a'.repeat(65), 'a b'),
  ),
);
// No names of hosts: each would be looked up when the configuration is checked.
const address = mostly(
  fc.oneof(fc.ipV4(), fc.ipV6()),
  fc.oneof(
    junk,
    fc.constantFrom(
      '192.168.1.256',
      '192.168.1',
      '01.2.3.4',
      '::ffff:192.0.2.1',
      '0.0.0.0',
      '::',
      '::ffff:0:0',
      'fe80::1%eth0',
      '2001:db8::/32',
    ),
  ),
);
const range = mostly(
  fc.oneof(
    fc.ipV4Extended().filter((text) => /^\d+\.\d+\.\d+\.\d+$/.test(text) && !/\b0\d/.test(text)),
    fc.ipV6(),
    fc.constantFrom('10.0.0.0/8', '::/0'),
  ),
  fc.oneof(junk, fc.constantFrom('10.0.0.0/33', '10.0.0.0/255.0.0.0', '::/129', '10.0.0.1/8')),
);
const ranges = fc.oneof(
  fc.array(range, { maxLength: 4 }),
  fc.nat({ max: 80 }).map((count) => Array.from({ length: count }, (_, index) => `10.0.${index}.0/24`)),
);
const someRanges = ranges.filter((list) => list.length > 0);
const duration = mostly(
  fc
    .tuple(fc.integer({ min: 1, max: 596 }), fc.constantFrom('ms', 's', 'm', 'h'))
    .map(([count, unit]) => `${count}${unit}`),
  fc.constantFrom('0s', '25d', '24d', '596h', '597h', '2', 2, '2 s', '1.5s', '2s\n', '2S'),
);
const count = mostly(fc.integer({ min: 1, max: 1000 }), fc.constantFrom(0, 1001, '2', 2.5, true));

const serverOptions = {
  weight: mostly(
    fc.oneof({ arbitrary: fc.integer({ min: 0, max: 256 }), weight: 5 }, fc.constant(0)),
    fc.constantFrom(-1, 257, '1', 1.5),
  ),
  backup: mostly(fc.boolean(), junk),
  check: mostly(fc.boolean(), junk),
  check_port: port,
  check_interval: duration,
  rise: count,
  fall: count,
};
const server = fc.record(
  { name, address, port, maxconn: count, ...serverOptions },
  { requiredKeys: ['name', 'address', 'port'] },
);

const bind = mostly(
  fc.uniqueArray(listening, { minLength: 1, maxLength: 3 }),
  fc.constantFrom([], ['::1', '::1'], '10.0.0.1'),
);
const servers = mostly(fc.array(server, { minLength: 1, maxLength: 4 }), fc.constantFrom([], {}, null));

// Few names and hosts, so that routes meet: route c of service a_b and route b_c of service a have one section.
const host = mostly(
  fc.oneof(fc.domain(), fc.constantFrom('shop.example.org', 'Shop.example.org', '*.example.org', '*.a')),
  fc.oneof(
    junk,
    fc.constantFrom('192.0.2.1', '2001:db8::1', '*', '*.', '*.*.a', 'a.*.b', 'a_b.example', 'a.', '*.a\n'),
  ),
);
const route = fc.record({
  name: fc.oneof({ arbitrary: name, weight: 5 }, { arbitrary: fc.constantFrom('c', 'b_c'), weight: 1 }),
  hosts: mostly(fc.array(host, { minLength: 1, maxLength: 3 }), fc.constantFrom([], 'a.example', null)),
  servers,
});

const service = fc.record(
  {
    name: fc.oneof({ arbitrary: name, weight: 15 }, { arbitrary: fc.constantFrom('a', 'a_b'), weight: 1 }),
    port,
    mode: mostly(fc.constant('tcp'), fc.constantFrom('udp', 'http')),
    balance: mostly(
      fc.constantFrom('roundrobin', 'leastconn', 'source', 'random', 'first', 'static-rr'),
      fc.constantFrom('least', 'hash'),
    ),
    bind,
    maxconn: count,
    send_proxy: mostly(fc.constantFrom('none', 'v1', 'v2'), fc.constantFrom('v3', true, 2)),
    servers,
    sni_routes: mostly(fc.array(route, { maxLength: 3 }), fc.constantFrom({}, null, [{ name: 'c' }])),
  },
  { requiredKeys: ['name', 'port', 'servers'] },
);

// Few endpoints, so that servers meet; each address in more than one spelling.
const unlimited = fc.record(
  {
    name,
    address: rarely(
      fc.constantFrom('worker-1', '::ffff:192.0.2.11', '::ffff:c000:20b'),
      fc.oneof(address, fc.constantFrom('192.0.2.11', '2001:db8::b', '2001:DB8:0::000b')),
    ),
    port: mostly(fc.oneof(fc.constant(30053), few), port),
    ...serverOptions,
  },
  { requiredKeys: ['name', 'address', 'port'] },
);
const udpServer = rarely(
  fc.tuple(unlimited, count).map(([fields, maxconn]) => ({ ...fields, maxconn })),
  unlimited,
);
const udpServers = fc.oneof(
  { arbitrary: fc.array(udpServer, { minLength: 1, maxLength: 3 }), weight: 100 },
  { arbitrary: fc.constantFrom(51, 52).map(manyServers), weight: 1 },
  { arbitrary: fc.constantFrom([], {}, null), weight: 1 },
);
function manyServers(length: number): unknown[] {
  return Array.from({ length }, (_, index) => ({
    name: `w${index}`,
    address: `10.9.8.${index}`,
    port: 30053,
  }));
}

const udpService = fc.record(
  {
    name,
    port: mostly(fc.oneof(fc.constantFrom(53, 51820), few), port),
    mode: mostly(fc.constant('udp'), fc.constantFrom('tcp', 'http')),
    balance: mostly(
      fc.constantFrom('roundrobin', 'source', 'random'),
      fc.constantFrom('leastconn', 'first', 'static-rr', 'hash'),
    ),
    bind: mostly(fc.uniqueArray(fc.oneof(fc.ipV4(), fc.ipV6()), { minLength: 1, maxLength: 3 }), bind),
    allow: rarely(fc.constantFrom(['::ffff:10.0.0.0/104'], []), someRanges),
    deny: rarely(fc.constant(['192.0.2.0/24', '::ffff:10.0.0.1']), ranges),
    masquerade: mostly(fc.boolean(), junk),
    flow_timeout: mostly(fc.integer({ min: 10, max: 432_000 }), fc.constantFrom(9, 432_001, '300', '300s')),
    health: mostly(fc.constantFrom('kube-proxy', 'tcp', 'none'), fc.constantFrom('http', true)),
    check_port: port,
    fail_open: mostly(fc.boolean(), junk),
    servers: udpServers,
  },
  { requiredKeys: ['name', 'port', 'servers'] },
);

const user = fc.record({
  name: mostly(fc.constantFrom('ops', 'dev', 'root'), name),
  password_hash: mostly(
    fc.stringMatching(/^\$(1|2[aby]|5|6|7|y|gy)\$[./0-9A-Za-z$=,]{1,40}$/),
    fc.constantFrom('secret', '$6$a b', '$6$"', '$apr1$abc$def'),
  ),
});

const variables = fc.record(
  {
    haproxy_tcp_backends: fc.array(service, { maxLength: 4 }),
    haproxy_udp_backends: fc.array(udpService, { maxLength: 3 }),
    haproxy_stats_port: portOrOff,
    haproxy_stats_path: mostly(
      fc.stringMatching(/^\/[A-Za-z0-9._~/-]{0,10}$/),
      fc.constantFrom('/metrics', 'stats', '/a b', '/stats\n'),
    ),
    haproxy_stats_allowed: ranges,
    haproxy_stats_users: fc.array(user, { maxLength: 2 }),
    haproxy_metrics_port: portOrOff,
    haproxy_metrics_allowed: ranges,
    haproxy_timeout_connect: duration,
    haproxy_timeout_check: duration,
    haproxy_timeout_queue: duration,
    haproxy_timeout_client: duration,
    haproxy_timeout_client_fin: duration,
    haproxy_timeout_server: duration,
    haproxy_maxconn: count,
  },
  { requiredKeys: ['haproxy_tcp_backends'] },
);

const [runs = '100', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
const sets = fc.sample(variables, { numRuns: Number(runs), seed: Number(seed) }).map((given) => {
  const accepted = check(given).every(({ severity }) => severity !== 'error');
  const configuration = accepted ? roleFile('haproxy.cfg', given) : undefined;
  return { variables: given, accepted, configuration };
});
process.stdout.write(JSON.stringify({ seed: Number(seed), sets }));
