import { isNodePort, LAST_STATIC } from '../node-ports.ts';
import { formatPath } from '../path.ts';
import type { Found, Rule } from '../rule.ts';
import type { Pool } from '../services.ts';

export const dynamicNodePort: Rule = {
  code: 'dynamic-node-port',
  severity: 'off',
  title: 'A NodePort is one that Kubernetes may give to another Service.',
  why: 'Kubernetes chooses NodePorts from 30086 to 32767. A Service that asks for one of these by its number cannot be created, or not again, once another Service was given it. The first 86 are left to those that ask.',
  source: 'kubernetes.io/docs/concepts/services-networking/service, "Choosing your own port"; KEP-3668',
  wrong: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306}]`,
  right: `
haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers: [{name: worker-1, address: 192.0.2.11, port: 30006}]`,
  check: ({ pools }) => pools.flatMap(dynamic),
};

function dynamic({ servers }: Pool): Found[] {
  const server = servers.find(({ port = 0 }) => isNodePort(port) && port > LAST_STATIC);
  if (!server) return [];
  const path = [...server.path, 'port'];
  return [
    {
      message: `${formatPath(path)} is ${server.port}, which Kubernetes may have given to another Service`,
      path,
      hint: 'give the Service a nodePort from 30000 to 30085',
    },
  ];
}
