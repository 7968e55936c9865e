import { run } from '../scripts/setup/process.mjs';

/*
 * The guide's variables name workers at 192.168.1.11 and up, and the lab uses them as they stand. A Docker network in that
 * range would cut the user's own LAN off, so the addresses live on the workers' loopback, and only the balancers and
 * the client know the way there: nothing of it is seen on the host.
 */

/** @param {import('./plan.mjs').Machine} worker */
export async function addGuideAddress({ name, guideAddress }) {
  await run('docker', ['exec', name, 'ip', 'address', 'replace', `${guideAddress}/32`, 'dev', 'lo']);
}

/**
 * @param {string} name the container that shall reach the workers
 * @param {Array<import('./plan.mjs').Machine & {address: string}>} workers
 */
export async function routeToGuideAddresses(name, workers) {
  for (const { guideAddress, address } of workers) {
    await run('docker', ['exec', name, 'ip', 'route', 'replace', `${guideAddress}/32`, 'via', address]);
  }
}
