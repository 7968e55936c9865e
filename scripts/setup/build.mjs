import { run } from './process.mjs';

/**
 * Builds the packages; Turborepo knows what is up to date.
 *
 * @param {string} root the repository's root
 * @returns {Promise<string>} what was done, in words
 */
export async function buildPackages(root) {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1' };
  const { stdout } = await run('npx', ['turbo', 'run', 'build'], { cwd: root, env });
  return stdout.includes('FULL TURBO') ? 'the packages are up to date' : 'built the packages';
}
