import { generateKeyPairSync } from 'node:crypto';
import { run } from '../scripts/setup/process.mjs';

/** The NodePort of WireGuard on each worker, as the guide has it. */
const NODE_PORT = 31820;

/** The worker's end of the tunnel: the same on every worker, which all have the same key. */
export const TUNNEL_WORKER = '10.99.0.1';
const TUNNEL_CLIENT = '10.99.0.2';

/**
 * Fresh keys for both ends of a lab's tunnel.
 *
 * @typedef {{privateKey: string, publicKey: string}} KeyPair as `wg` writes them: base64
 * @returns {{worker: KeyPair, client: KeyPair}}
 */
export function makeTunnelKeys() {
  return { worker: keyPair(), client: keyPair() };
}

/** WireGuard's keys are those of X25519; a JWK holds the same 32 bytes in another alphabet. */
function keyPair() {
  const { d, x } = generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' });
  return { privateKey: base64(d), publicKey: base64(x) };
}

function base64(text) {
  return Buffer.from(text, 'base64url').toString('base64');
}

/**
 * Starts WireGuard on a worker, where UDP 31820 is then answered.
 *
 * @param {string} container
 * @param {ReturnType<typeof makeTunnelKeys>} keys
 */
export function startWireguard(container, keys) {
  return start(container, [
    ...ownEnd(keys.worker, `${TUNNEL_WORKER}/24`),
    `ListenPort = ${NODE_PORT}`,
    ...peer(keys.client, TUNNEL_CLIENT),
  ]);
}

/**
 * Points the client's tunnel at a balancer.
 *
 * @param {string} container the client's
 * @param {ReturnType<typeof makeTunnelKeys>} keys
 * @param {{host: string, port?: number}} balancer
 */
export function openTunnel(container, keys, { host, port = 51820 }) {
  return start(container, [
    ...ownEnd(keys.client, `${TUNNEL_CLIENT}/24`),
    ...peer(keys.worker, TUNNEL_WORKER),
    `Endpoint = ${host}:${port}`,
    // What people behind a NAT set; it also makes an idle tunnel notice that its worker is gone.
    'PersistentKeepalive = 25',
  ]);
}

function ownEnd({ privateKey }, address) {
  return ['[Interface]', `PrivateKey = ${privateKey}`, `Address = ${address}`];
}

function peer({ publicKey }, address) {
  return ['[Peer]', `PublicKey = ${publicKey}`, `AllowedIPs = ${address}/32`];
}

/** The configuration goes in as input: a key is never an argument, which would be printed when the command fails. */
async function start(container, lines) {
  const input = `${lines.join('\n')}\n`;
  await run('docker', ['exec', '--interactive', container, 'start-wireguard'], { input });
}

/**
 * The worker that a tunnel was last opened to. All have the same key, so the client cannot tell; but each counts its own
 * handshakes.
 *
 * @param {Array<{host: string, name: string}>} workers
 * @returns {Promise<string | undefined>} its name, `host`
 */
export async function workerOfTunnel(workers) {
  const handshakes = await Promise.all(
    workers.map(async ({ host, name }) => {
      const ask = ['exec', name, 'wg', 'show', 'lab', 'latest-handshakes'];
      const { stdout } = await run('docker', ask, { accept: () => true });
      return { host, at: Number(stdout.trim().split(/\s+/)[1] ?? 0) };
    }),
  );
  return latest(handshakes);
}

/** @param {Array<{host: string, at: number}>} handshakes `at` in seconds, 0 for never */
export function latest(handshakes) {
  const [newest] = handshakes.filter(({ at }) => at > 0).sort((one, other) => other.at - one.at);
  return newest?.host;
}
