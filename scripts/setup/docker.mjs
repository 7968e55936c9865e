import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall, canInstall } from './apt.mjs';
import { startDockerd } from './dockerd.mjs';
import { EnvironmentProblem } from './problem.mjs';
import { run, succeeds } from './process.mjs';
import { waitUntil } from './wait-until.mjs';

/** The label that every container, network and image of this project carries; its value names the set they belong to. */
export const LABEL = 'nodeport-haproxy';

/**
 * Makes sure that a Docker engine answers: one that is there is used, else Debian's is installed and started.
 *
 * @param {string} root the repository's root
 * @returns {Promise<string>} what was done, in words
 */
export async function ensureDocker(root) {
  if (await engineVersion()) return `engine ${await engineVersion()} answers`;
  await refuseWhatIsNotOurs();
  const installed = await installEngine();
  const log = join(root, '.setup', 'dockerd.log');
  await startDockerd(log);
  const version = await waitUntil('an answer of the Docker engine', engineVersion).catch((cause) => {
    throw new EnvironmentProblem(
      `dockerd was started, but does not answer (${cause.message}).\n${lastLines(log)}`,
      `Start a Docker engine by hand until \`docker info\` succeeds, then run this again; its log is ${log}.`,
    );
  });
  await clearDeadContainers();
  return `${installed ? 'installed docker.io and ' : ''}started dockerd: engine ${version} answers (log: ${log})`;
}

async function engineVersion() {
  const ask = ['version', '--format', '{{.Server.Version}}'];
  const { stdout } = await run('docker', ask, { timeout: 10_000 }).catch(() => ({ stdout: '' }));
  return stdout.trim();
}

/** An engine that the user chose and that does not answer is theirs to mend; another one beside it would surprise them. */
async function refuseWhatIsNotOurs() {
  // biome-ignore lint/suspicious/noUndeclaredEnvVars: the set-up is no task of Turborepo's
  if (process.env.DOCKER_HOST) {
    throw new EnvironmentProblem(
      'DOCKER_HOST names a Docker engine that does not answer.',
      'Start that engine, or unset DOCKER_HOST to let the set-up start one here.',
    );
  }
  if (!canInstall()) {
    throw new EnvironmentProblem(
      'The lab and the tests need a Docker engine, and none answers.',
      'Install and start one (Debian, Ubuntu: `sudo apt-get install docker.io && sudo systemctl start docker`) and let your user reach it (`docker info` succeeds).',
    );
  }
}

async function installEngine() {
  const missing = [];
  if (!(await succeeds('dockerd', ['--version']))) missing.push('docker.io');
  // docker.io only recommends iptables, and dockerd does not start its bridge network without.
  if (!(await succeeds('iptables', ['--version']))) missing.push('iptables');
  if (missing.length > 0) await aptInstall(missing, 'the lab and the tests');
  // From Debian 13 on the command is a package of its own, which docker.io only recommends.
  if (!(await succeeds('docker', ['--version']))) await aptInstall(['docker-cli'], 'the lab and the tests');
  return missing.includes('docker.io');
}

/** After an engine was killed its containers are gone but still listed; only those with our label are cleared. */
async function clearDeadContainers() {
  const filters = ['exited', 'dead', 'created'].flatMap((status) => ['--filter', `status=${status}`]);
  const { stdout } = await run('docker', [
    'ps',
    '--all',
    '--quiet',
    '--filter',
    `label=${LABEL}`,
    ...filters,
  ]);
  const containers = stdout.split('\n').filter(Boolean);
  if (containers.length > 0) await run('docker', ['rm', '--force', '--volumes', ...containers]);
}

function lastLines(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').slice(-10).join('\n') : '';
}
