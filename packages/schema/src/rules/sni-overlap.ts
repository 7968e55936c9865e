import { formatPath } from '../path.ts';
import { printed } from '../printed.ts';
import type { Found, Rule } from '../rule.ts';
import type { HostView, RouteView, TcpServiceView } from '../tcp-services.ts';

/** A host, the route that has it, and how many hosts stand before it. */
interface Routed extends HostView {
  route: RouteView;
  order: number;
}

export const sniOverlap: Rule = {
  code: 'sni-overlap',
  severity: 'warning',
  title: 'No client reaches a route by one of its hosts.',
  why: 'The first route with a matching host wins. A name that stands before, or that a wildcard before has, never gets any further.',
  source: 'HAProxy configuration manual, section 4.2, use_backend',
  wrong: `
haproxy_tcp_backends:
  - name: https
    port: 443
    sni_routes:
      - name: shop
        hosts: ['*.example.org']
        servers: [{name: worker-1, address: 192.0.2.11, port: 30443}]
      - name: mail
        hosts: [mail.example.org]
        servers: [{name: worker-1, address: 192.0.2.11, port: 30993}]
    servers: [{name: worker-1, address: 192.0.2.11, port: 31443}]`,
  right: `
haproxy_tcp_backends:
  - name: https
    port: 443
    sni_routes:
      - name: mail
        hosts: [mail.example.org]
        servers: [{name: worker-1, address: 192.0.2.11, port: 30993}]
      - name: shop
        hosts: ['*.example.org']
        servers: [{name: worker-1, address: 192.0.2.11, port: 30443}]
    servers: [{name: worker-1, address: 192.0.2.11, port: 31443}]`,
  check: ({ tcp }) => tcp.flatMap(overlaps),
};

function overlaps({ routes }: TcpServiceView): Found[] {
  const first = new Map<string, Routed>();
  const hosts = routes.flatMap((route) => route.hosts.map((host) => ({ ...host, route })));
  return hosts.flatMap((host, order) => {
    const one = { ...host, order };
    const name = host.host.toLowerCase();
    const [winner] = [name, ...wildcardsOver(name)]
      .flatMap((pattern) => first.get(pattern) ?? [])
      .sort((a, b) => a.order - b.order);
    if (!first.has(name)) first.set(name, one);
    return winner ? [unreached(winner, one)] : [];
  });
}

/** The wildcards that cover a name: those of a.b.c, and of *.b.c, are *.b.c and *.c. */
function wildcardsOver(name: string): string[] {
  const labels = name.split('.').slice(1);
  return labels.map((_, index) => `*.${labels.slice(index).join('.')}`);
}

function unreached(winner: Routed, { host, path, route }: Routed): Found {
  return {
    message: `${formatPath(path)} is ${printed(host)}, which gets to ${formatPath(winner.route.path)} already, by ${printed(winner.host)}`,
    path,
    related: { message: 'what has it already', path: winner.path },
    hint: mend(winner, { host, route }),
  };
}

function mend(winner: Routed, { host, route }: Pick<Routed, 'host' | 'route'>): string {
  if (route === winner.route) return 'take it out';
  if (host.toLowerCase() === winner.host.toLowerCase()) return 'take it out of one of the two routes';
  const has = new Set(route.hosts.map((other) => other.host.toLowerCase()));
  const wouldCover = winner.route.hosts.some((other) =>
    [other.host.toLowerCase(), ...wildcardsOver(other.host.toLowerCase())].some((name) => has.has(name)),
  );
  return wouldCover
    ? 'give it a route of its own before that one, or take it out'
    : 'put its route before that one, or take it out';
}
