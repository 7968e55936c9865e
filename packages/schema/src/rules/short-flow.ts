import { formatPath } from '../path.ts';
import type { Found, Rule } from '../rule.ts';
import type { UdpServiceView } from '../udp-services.ts';

const SHORT = 120;

export const shortFlow: Rule = {
  code: 'short-flow',
  severity: 'hint',
  title: 'A silent flow loses its server within two minutes.',
  why: 'Clients keep a flow alive for what a NAT has to remember, which is two minutes. One that is forgotten sooner goes on on another worker.',
  source: 'RFC 4787, section 4.3, REQ-5',
  wrong: `
haproxy_udp_backends:
  - name: game
    port: 27015
    flow_timeout: 30
    servers:
      - {name: worker-1, address: 192.0.2.11, port: 30015}
      - {name: worker-2, address: 192.0.2.12, port: 30015}`,
  right: `
haproxy_udp_backends:
  - name: game
    port: 27015
    flow_timeout: 300
    servers:
      - {name: worker-1, address: 192.0.2.11, port: 30015}
      - {name: worker-2, address: 192.0.2.12, port: 30015}`,
  check: (view) => view.udp.flatMap(short),
};

/** Protocols of the well-known ports, such as DNS and NTP, may be quicker (REQ-5a). */
function short({ flowTimeout, balance, servers, port = 0, path: service }: UdpServiceView): Found[] {
  if (flowTimeout === undefined || flowTimeout >= SHORT || port < 1024) return [];
  if (servers.length < 2 || balance === 'source') return [];
  const path = [...service, 'flow_timeout'];
  return [
    {
      message: `${formatPath(path)} is ${flowTimeout} s, and clients count on two minutes`,
      path,
      hint: 'use 120 or more, or balance: source, which gives a client its server back',
    },
  ];
}
