import { isNodePort } from '../node-ports.ts';
import { formatPath } from '../path.ts';
import type { Found, Rule } from '../rule.ts';
import type { ServiceView } from '../services.ts';

export const swappedPorts: Rule = {
  code: 'swapped-ports',
  severity: 'warning',
  title: "A service listens on a NodePort, and its servers' ports are none.",
  why: 'Clients would have to know the NodePort, and on the workers nothing answers on the standard port.',
  source: 'kubernetes.io/docs/concepts/services-networking/service, "type: NodePort"',
  wrong: `
haproxy_tcp_backends:
  - name: mysql
    port: 30306
    servers: [{name: worker-1, address: 192.0.2.11, port: 3306}]`,
  right: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306}]`,
  check: (view) => [...view.tcp, ...view.udp].flatMap(swapped),
};

export function areSwapped({ port, pools }: ServiceView): boolean {
  const servers = pools.flatMap((pool) => pool.servers);
  return port !== undefined && isNodePort(port) && servers.length > 0 && servers.every(isElsewhere);
}

const isElsewhere = ({ port }: { port: number | undefined }): boolean =>
  port !== undefined && !isNodePort(port);

function swapped(service: ServiceView): Found[] {
  if (!areSwapped(service)) return [];
  const path = [...service.path, 'port'];
  const [server] = service.servers;
  return [
    {
      message: `${formatPath(path)} is ${service.port}, a NodePort, and its servers have ${server?.port}`,
      path,
      hint: "port is what clients connect to, the servers' port is the NodePort: swap the two",
    },
  ];
}
