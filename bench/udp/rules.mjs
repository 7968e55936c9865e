// The balancer's rules: as somebody would write them by hand for one worker, and as this project's role and agent do.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/setup/environment.mjs';
import { run } from '../../scripts/setup/process.mjs';
import { BALANCER, WORKERS } from './network.mjs';

export function byHand({ port, workerPort }) {
  return `table ip by_hand {
    chain prerouting {
        type nat hook prerouting priority dstnat; policy accept;
        ip daddr ${BALANCER} udp dport ${port} dnat to ${WORKERS[0]}:${workerPort}
    }
    chain postrouting {
        type nat hook postrouting priority srcnat; policy accept;
        ip daddr ${WORKERS[0]} udp dport ${workerPort} masquerade
    }
}`;
}

/** The same without the chain that counts each datagram for its server. */
export function withoutCounting(rules) {
  const less = rules.replace(/^ {4}chain traffic \{[^}]*\}\n/m, '');
  if (less === rules) throw new Error('udp.nft has no chain "traffic"');
  return less;
}

/** The role's udp.nft for the first workers, with the elements that the agent adds. */
export async function byUs(folder, { port, workerPort, workers }) {
  const servers = WORKERS.slice(0, workers).map((address) => ({ name: address, address, port: workerPort }));
  const variables = join(folder, `variables-${workers}.yaml`);
  writeFileSync(variables, JSON.stringify({ haproxy_udp_backends: [{ name: 'bench', port, servers }] }));
  const program = [
    '--conditions=@nodeport-haproxy/source',
    join(ROOT, 'packages/cli/src/nodeport.ts'),
    'render',
    '--vars',
    variables,
    '--file',
    'udp.nft',
  ];
  const rules = join(folder, `udp-${workers}.nft`);
  writeFileSync(rules, (await run(join(ROOT, 'node_modules/.bin/tsx'), program, { cwd: ROOT })).stdout);
  const elements = join(import.meta.dirname, 'elements.py');
  return (await run('python3', [elements, rules, ...servers.map(({ name }) => name)])).stdout;
}
