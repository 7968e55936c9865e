import { formatPath } from '../path.ts';
import { printed } from '../printed.ts';
import type { Rule } from '../rule.ts';

/** The role writes sections of these names itself. */
export const isReserved = (name: string): boolean => /^(stats|metrics|workers|(udp|sni)_.*)$/s.test(name);

export const reservedName: Rule = {
  code: 'reserved-name',
  severity: 'error',
  title: 'A service has a name that the role needs for itself.',
  why: 'The role writes the sections stats, metrics and workers, one called udp_NAME for each UDP service, and one called sni_SERVICE_NAME for each route. HAProxy refuses a second section of a name.',
  source: 'HAProxy configuration manual, section 4 "Proxies"',
  wrong: `
haproxy_tcp_backends:
  - name: metrics
    port: 9090
    servers: [{name: worker-1, address: 192.0.2.11, port: 30090}]`,
  right: `
haproxy_tcp_backends:
  - name: prometheus
    port: 9090
    servers: [{name: worker-1, address: 192.0.2.11, port: 30090}]`,
  check: (view) =>
    [...view.tcp, ...view.udp].flatMap(({ name, path: service }) => {
      if (name === undefined || !isReserved(name)) return [];
      const path = [...service, 'name'];
      return [
        {
          message: `${formatPath(path)} is ${printed(name)}, a name that the role needs for itself`,
          path,
          hint: 'give the service another name: not stats, metrics or workers, nothing that begins with udp_ or sni_',
        },
      ];
    }),
};
