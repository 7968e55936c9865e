import { run } from '../scripts/setup/process.mjs';

/** The NodePort on which each worker tells its name and what it sees of the client. */
export const ECHO_PORT = 30007;

/** Starts a worker's UDP echo and its stand-in for kube-proxy's health endpoint; both answer when this returns. */
export async function startUdpServices(container) {
  const units = ['kube-proxy-healthz', `udp-echo@${ECHO_PORT}`];
  await run('docker', ['exec', container, 'systemctl', 'start', ...units]);
}
