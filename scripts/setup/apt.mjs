import { readFileSync } from 'node:fs';
import { EnvironmentProblem } from './problem.mjs';
import { run } from './process.mjs';

/** Whether packages can be installed here without asking anybody: Debian or a child of it, and root. */
export function canInstall() {
  return process.getuid?.() === 0 && isDebianLike(readText('/etc/os-release'));
}

/** @param {string} osRelease the text of /etc/os-release */
function isDebianLike(osRelease) {
  const ids = [...osRelease.matchAll(/^ID(?:_LIKE)?="?([^"\n]*)"?$/gm)].flatMap(([, value]) =>
    value.split(' '),
  );
  return ids.includes('debian') || ids.includes('ubuntu');
}

/**
 * Installs Debian packages; where that is not possible it says which and how.
 *
 * @param {string[]} packages
 * @param {string} purpose what they are needed for, in words that follow "needed for"
 */
export async function aptInstall(packages, purpose) {
  const command = `apt-get install --no-install-recommends ${packages.join(' ')}`;
  if (!canInstall()) {
    throw new EnvironmentProblem(
      `Needed for ${purpose}, and not installed: ${packages.join(', ')}.`,
      `Install it (on Debian or Ubuntu: \`sudo ${command}\`), or run the set-up as root on Debian or Ubuntu.`,
    );
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => run('apt-get', [...command.split(' ').slice(1), '--yes', '--quiet'], { env });
  // The lists may be empty or old: they are fetched only when the packages cannot be had without.
  await install().catch(async () => {
    await run('apt-get', ['update', '--quiet'], { env });
    await install();
  });
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
