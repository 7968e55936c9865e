import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './process.mjs';

/**
 * Makes sure that node_modules holds what package-lock.json says.
 *
 * @param {string} root the repository's root
 * @returns {Promise<string>} what was done, in words
 */
export async function ensureNodePackages(root) {
  if (isInstalled(root)) return 'node_modules is up to date';
  await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root });
  return 'ran npm ci';
}

/** npm leaves a lock file of what it installed; packages for other systems (optional) may be missing in it. */
function isInstalled(root) {
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  if (!installed) return false;
  const wanted = Object.entries(packagesOf(join(root, 'package-lock.json')) ?? {});
  return wanted.every(([path, { version, optional }]) => {
    if (!path.startsWith('node_modules/') || (optional && !installed[path])) return true;
    return installed[path]?.version === version;
  });
}

function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
