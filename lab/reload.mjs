import { run } from '../scripts/setup/process.mjs';
import { waitUntil } from '../scripts/setup/wait-until.mjs';

/**
 * Reloads HAProxy on a balancer that has sessions, and returns once its metrics tell of the old process.
 *
 * @param {{name: string, address: string}} balancer `name` is the container's
 * @returns {Promise<{ended: () => Promise<unknown>}>} `ended` waits until the old processes are gone, and no longer counted
 */
export async function reloadHaproxy({ name, address }) {
  const before = await processes(name);
  await run('docker', ['exec', name, 'systemctl', 'reload', 'haproxy']);
  await waitUntil('an old process in the metrics', async () => (await counted(address)) > 0);
  return {
    ended: async () => {
      const remain = async () => (await processes(name)).filter((pid) => before.includes(pid));
      await waitUntil('the end of the old process', async () => (await remain()).length === 0);
      await waitUntil('no old process in the metrics', async () => (await counted(address)) === 0);
    },
  };
}

/** The master's children: the current process and the old ones. */
async function processes(container) {
  const command = 'pgrep --parent "$(systemctl show --property MainPID --value haproxy)"';
  return (await run('docker', ['exec', container, 'sh', '-c', command])).stdout.trim().split('\n');
}

async function counted(address) {
  const response = await fetch(`http://${address}:9101/metrics/process`, {
    signal: AbortSignal.timeout(2_000),
  });
  return Number(/^nodeport_haproxy_old_processes (\d+)$/m.exec(await response.text())?.[1]);
}
