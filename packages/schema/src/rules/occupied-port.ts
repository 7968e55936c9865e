import { formatPath } from '../path.ts';
import type { Found, Rule } from '../rule.ts';
import type { View } from '../view.ts';

/** What listens on a usual Linux machine. */
const USUAL: ReadonlyMap<number, { readonly who: string; readonly hint: string }> = new Map([
  [
    22,
    {
      who: 'sshd',
      hint: 'use another port, or bind the service to an address that sshd does not listen on',
    },
  ],
  [
    25,
    { who: 'the mail server of the machine', hint: 'turn that off, or bind the service to another address' },
  ],
  [
    53,
    {
      who: 'systemd-resolved (127.0.0.53)',
      hint: 'bind the service to an address of the balancer, or turn DNSStubListener off',
    },
  ],
  [111, { who: 'rpcbind', hint: 'turn that off, or bind the service to another address' }],
]);

export const occupiedPort: Rule = {
  code: 'occupied-port',
  severity: 'warning',
  title: 'A service listens on a port that the balancer mostly uses itself.',
  why: 'HAProxy cannot listen there while another program does: the deployment is refused before anything is touched. On an address of its own the service gets in nobody’s way.',
  source: 'bind(2), EADDRINUSE',
  wrong: `
haproxy_tcp_backends:
  - name: git
    port: 22
    servers: [{name: worker-1, address: 192.0.2.11, port: 30022}]`,
  right: `
haproxy_tcp_backends:
  - name: git
    port: 22
    bind: [192.0.2.10]
    servers: [{name: worker-1, address: 192.0.2.11, port: 30022}]`,
  check: occupied,
};

function occupied(view: View): Found[] {
  return view.tcp.flatMap(({ port = 0, bind, path: service }) => {
    const usual = USUAL.get(port);
    if (!usual || bind !== 'every') return [];
    const path = [...service, 'port'];
    return [
      {
        message: `${formatPath(path)} is ${port}, where ${usual.who} listens on most machines`,
        path,
        hint: usual.hint,
      },
    ];
  });
}
