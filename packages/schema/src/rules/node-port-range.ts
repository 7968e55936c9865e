import { isNodePort } from '../node-ports.ts';
import { formatPath } from '../path.ts';
import type { Found, Rule } from '../rule.ts';
import type { ServiceView } from '../services.ts';
import { areSwapped } from './swapped-ports.ts';

export const nodePortRange: Rule = {
  code: 'node-port-range',
  severity: 'warning',
  title: "A server's port is no NodePort.",
  why: 'Kubernetes deals NodePorts out of 30000 to 32767. On another port of a worker nothing answers, and the health check keeps the server down. A cluster with another --service-node-port-range, or a pod with a hostPort, is right all the same: turn the rule off there.',
  source: 'kubernetes.io/docs/concepts/services-networking/service, "type: NodePort"',
  wrong: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers: [{name: worker-1, address: 192.0.2.11, port: 3306}]`,
  right: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306}]`,
  check: (view) => [...view.tcp, ...view.udp].flatMap(outside),
};

/** Once for each port of a service: its servers have the same one. */
function outside(service: ServiceView): Found[] {
  if (areSwapped(service)) return [];
  const told = new Set<number>();
  const servers = service.pools.flatMap((pool) => pool.servers);
  return servers.flatMap((server) => {
    const { port } = server;
    if (port === undefined || isNodePort(port) || told.has(port)) return [];
    told.add(port);
    const path = [...server.path, 'port'];
    return [
      {
        message: `${formatPath(path)} is ${port}, and NodePorts are 30000 to 32767`,
        path,
        hint: "write the Service's nodePort: kubectl get service shows it behind the colon",
      },
    ];
  });
}
