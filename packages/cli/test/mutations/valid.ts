import fc from 'fast-check';

export interface Server {
  name: unknown;
  address: unknown;
  port: unknown;
  [option: string]: unknown;
}

export interface Route {
  name: unknown;
  hosts: unknown[];
  servers: Server[];
  [option: string]: unknown;
}

export interface Service {
  name: unknown;
  port: unknown;
  servers: Server[];
  sni_routes?: Route[];
  [option: string]: unknown;
}

/** Variables that nothing can be said of: neither an error nor a warning nor a hint. */
export interface Valid {
  haproxy_tcp_backends: Service[];
  haproxy_udp_backends: Service[];
  [variable: string]: unknown;
}

const word = fc
  .stringMatching(/^[a-z][a-z0-9-]{0,10}$/)
  .filter((text) => !['stats', 'metrics', 'workers'].includes(text));

const options = {
  weight: fc.integer({ min: 1, max: 256 }),
  check_interval: fc.constantFrom('1s', '2s', '500ms', '5s'),
  rise: fc.integer({ min: 1, max: 10 }),
  fall: fc.integer({ min: 2, max: 10 }),
};
/** What any server but the first may have: that one works. */
const others = { weight: fc.integer({ min: 0, max: 256 }), backup: fc.boolean() };
const ofTcp = { maxconn: fc.integer({ min: 1, max: 1000 }) };

/** Each service has workers and a NodePort of its own. */
function servers(kind: 'tcp' | 'udp', service: number): fc.Arbitrary<Server[]> {
  const own = kind === 'tcp' ? { ...options, ...ofTcp } : options;
  const another = fc.record({ ...own, ...others }, { requiredKeys: [] });
  return fc
    .tuple(
      fc.uniqueArray(word, { minLength: 3, maxLength: 6 }),
      fc.record(own, { requiredKeys: [] }),
      fc.array(another, { minLength: 5, maxLength: 5 }),
    )
    .map(([names, first, rest]) => [names, [first, ...rest]] as const)
    .map(([names, more]) =>
      names.map((name, index) => ({
        name,
        address: `192.0.2.${10 + index}`,
        port: 30_000 + service,
        ...more[index],
      })),
    );
}

/** Each route has names, workers and a NodePort of its own. */
function routes(service: number): fc.Arbitrary<Route[]> {
  const nodePort = 10 + 2 * service;
  return fc
    .tuple(
      fc.uniqueArray(word, { minLength: 2, maxLength: 2 }),
      fc.tuple(servers('tcp', nodePort), servers('tcp', nodePort + 1)),
    )
    .map(([names, pools]) =>
      names.map((name, index) => ({
        name,
        hosts: [`shop-${index}.example.org`, `*.shop-${index}.Example.org`],
        servers: pools[index] as Server[],
      })),
    );
}

// Not where databases are, nor the balancer's own ports, nor NodePorts, nor what the kernel gives away.
const port = fc.integer({ min: 10_000, max: 20_000 });

function services(kind: 'tcp' | 'udp', first: number): fc.Arbitrary<Service[]> {
  const balance =
    kind === 'tcp' ? ['roundrobin', 'leastconn', 'source', 'random'] : ['roundrobin', 'source', 'random'];
  const one = (index: number) =>
    fc.record(
      {
        balance: fc.constantFrom(...balance),
        bind: fc.constant(['192.0.2.1']),
        servers: servers(kind, first + index),
        ...(kind === 'tcp' && {
          maxconn: fc.integer({ min: 1, max: 200 }),
          send_proxy: fc.constantFrom('none', 'v1', 'v2'),
          sni_routes: routes(index),
        }),
      },
      { requiredKeys: ['servers'] },
    );
  return fc
    .tuple(
      fc.uniqueArray(word, { minLength: 1, maxLength: 4 }),
      fc.uniqueArray(port, { minLength: 4, maxLength: 4 }),
      fc.tuple(one(0), one(1), one(2), one(3)),
    )
    .map(([names, ports, rest]) =>
      names.map((name, index) => ({ name, port: ports[index], ...rest[index] }) as Service),
    );
}

export const valid: fc.Arbitrary<Valid> = fc
  .tuple(
    services('tcp', 0),
    services('udp', 40),
    fc.record(
      {
        haproxy_stats_port: fc.constantFrom(8404, 8405, 0),
        haproxy_timeout_connect: fc.constantFrom('300ms', '1s'),
        haproxy_maxconn: fc.integer({ min: 1000, max: 100_000 }),
        haproxy_stats_allowed: fc.constant(['192.0.2.0/24', '2001:db8::/32']),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([tcp, udp, rest]) => ({ haproxy_tcp_backends: tcp, haproxy_udp_backends: udp, ...rest }));
