import { run } from '../scripts/setup/process.mjs';

/*
 * The guide's variables name workers at 192.168.1.11 and up, and the lab uses them as they stand. A Docker network in that
 * range would cut the user's own LAN off, so the addresses live on the workers' loopback, and only the balancers and
 * the client know the way there: nothing of it is seen on the host.
 */

/**
 * Gives a machine its place in that network, now and after each restart of its container.
 *
 * @param {import('./plan.mjs').Machine} machine
 * @param {Array<import('./plan.mjs').Machine & {address: string}>} workers
 */
export async function joinNetwork(machine, workers) {
  const write = 'cat >/etc/lab-network && systemctl restart lab-network';
  const input = networkScript(machine, workers);
  await run('docker', ['exec', '--interactive', machine.name, 'sh', '-euc', write], { input });
}

/** The commands that a machine runs at each boot. */
export function networkScript({ role, guideAddress }, workers) {
  const routes = workers.map((worker) => `ip route replace ${worker.guideAddress}/32 via ${worker.address}`);
  const lines = {
    worker: [`ip address replace ${guideAddress}/32 dev lo`],
    balancer: [...routes, ...WRITABLE_SYSCTLS],
    client: routes,
  };
  return `${lines[role].join('\n')}\n`;
}

/** A balancer is given its forwarding by the role, and the engine mounts /proc/sys read-only. What belongs to the whole machine stays so. */
const WRITABLE_SYSCTLS = [
  'mountpoint --quiet /proc/sys/net || mount --bind /proc/sys/net /proc/sys/net',
  'mount -o remount,bind,rw /proc/sys/net',
];
