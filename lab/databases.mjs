import { run } from '../scripts/setup/process.mjs';

/**
 * Starts the databases of a worker and returns when all three answer; on a worker where they run it sets the password.
 *
 * @param {string} container
 * @param {string} password of the user `lab`
 */
export async function startDatabases(container, password) {
  await run('docker', ['exec', '--interactive', container, 'start-databases'], { input: `${password}\n` });
}
