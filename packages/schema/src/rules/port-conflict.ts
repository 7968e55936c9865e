import { normalised, overlap } from '../addresses.ts';
import type { Path } from '../diagnostic.ts';
import { formatPath } from '../path.ts';
import { printed } from '../printed.ts';
import type { Found, Rule } from '../rule.ts';
import type { ServiceView } from '../services.ts';
import type { View } from '../view.ts';

/** A port that something listens on. */
interface Listener {
  port: number;
  addresses: string[];
  path: Path;
  /** Who it is, to follow "already used by". */
  who: string;
  /** Whether the operator wrote the port: a default cannot be pointed at. */
  given: boolean;
  hint: string;
}

export const portConflict: Rule = {
  code: 'port-conflict',
  severity: 'error',
  title: 'Two services, or a service and the stats page or the metrics, listen on one port of an address.',
  why: 'HAProxy itself does not notice: its sockets share a port, and the kernel would deal connections to both services.',
  source: 'socket(7), SO_REUSEPORT',
  wrong: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306}]
  - name: mysql-reports
    port: 3306
    servers: [{name: worker-2, address: 192.0.2.12, port: 30306}]`,
  right: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306}]
  - name: mysql-reports
    port: 3307
    servers: [{name: worker-2, address: 192.0.2.12, port: 30306}]`,
  check: portsOnce,
};

function portsOnce(view: View): Found[] {
  const own = [...statsPage(view), ...metrics(view)];
  return [...conflicts([...own, ...view.tcp.flatMap(listener)]), ...conflicts(view.udp.flatMap(listener))];
}

function conflicts(listeners: Listener[]): Found[] {
  return listeners.flatMap((later, index) => {
    const earlier = listeners.slice(0, index).find((other) => collide(other, later));
    return earlier ? [conflict(earlier, later)] : [];
  });
}

/** Whether two services want one port at one address. */
export function sharePort(a: ServiceView, b: ServiceView): boolean {
  return listener(a).some((one) => listener(b).some((other) => collide(one, other)));
}

function collide(a: Listener, b: Listener): boolean {
  return a.port === b.port && a.addresses.some((one) => b.addresses.some((other) => overlap(one, other)));
}

function conflict(earlier: Listener, later: Listener): Found {
  const [blamed, holder] = later.given ? [later, earlier] : [earlier, later];
  return {
    message: `${formatPath(blamed.path)}: port ${blamed.port} is already used by ${holder.who}`,
    path: blamed.path,
    ...(holder.given && { related: { message: 'first used here', path: holder.path } }),
    hint: holder.hint,
  };
}

function listener(service: ServiceView): Listener[] {
  if (service.port === undefined || service.bind === undefined) return [];
  const addresses =
    service.bind === 'every' ? ['::'] : service.bind.map(({ address }) => normalised(address));
  return [
    {
      port: service.port,
      addresses,
      path: [...service.path, 'port'],
      who: service.name === undefined ? formatPath(service.path) : `service ${printed(service.name)}`,
      given: true,
      hint: 'give one of them another port, or bind them to different addresses',
    },
  ];
}

function statsPage({ statsPort, given }: View): Listener[] {
  return ownListener('haproxy_stats_port', statsPort, 'the stats page (haproxy_stats_port)', given);
}

function metrics({ metricsPort, given }: View): Listener[] {
  return ownListener('haproxy_metrics_port', metricsPort, 'the metrics (haproxy_metrics_port)', given);
}

function ownListener(name: string, port: number | undefined, who: string, given: Set<string>): Listener[] {
  if (port === undefined) return [];
  const hint = `use another port, or change ${name}: 0 turns it off`;
  return [{ port, addresses: ['::'], path: [name], who, given: given.has(name), hint }];
}
