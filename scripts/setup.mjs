// `npm run setup`: everything that developing and testing need, installed once. Imports only Node's own modules, since it
// runs before any package is there. A second run finds everything done.
import { aptInstall, canInstall } from './setup/apt.mjs';
import { buildPackages } from './setup/build.mjs';
import { ensureDocker } from './setup/docker.mjs';
import { ROOT } from './setup/environment.mjs';
import { checkNodeVersion } from './setup/node.mjs';
import { ensureNodePackages } from './setup/npm.mjs';
import { exitWith } from './setup/problem.mjs';
import { succeeds } from './setup/process.mjs';
import { ensurePythonTools } from './setup/python.mjs';
import { step } from './setup/steps.mjs';

/**
 * Sets the repository up for work.
 *
 * @param {{docker?: boolean}} [options] `docker: false` leaves out the engine, which only the lab and Molecule need
 * @throws {import('./setup/problem.mjs').EnvironmentProblem} where something is missing that it cannot install here
 */
export async function setUp({ docker = true } = {}) {
  await step('Node', () => checkNodeVersion());
  await step('npm packages', () => ensureNodePackages(ROOT));
  await step('Python tools', () => ensurePythonTools(ROOT));
  await step('SSH client', ensureSshClient);
  await step('nftables', ensureNftables);
  await step('build', () => buildPackages(ROOT));
  if (docker) await step('Docker', () => ensureDocker(ROOT));
}

async function ensureSshClient() {
  if (await succeeds('ssh', ['-V'])) return 'ssh is there';
  await aptInstall(['openssh-client'], "Ansible's connections");
  return 'installed openssh-client';
}

async function ensureNftables() {
  const found = await Promise.all([succeeds('nft', ['--version']), succeeds('conntrack', ['--version'])]);
  if (found.every(Boolean)) return 'nft and conntrack are there';
  if (!canInstall()) return 'not there: the tests of the UDP agent on this kernel are left out';
  await aptInstall(['nftables', 'conntrack'], 'the tests of the UDP agent on this kernel');
  return 'installed nftables and conntrack';
}

if (process.argv[1] === import.meta.filename) await setUp().catch(exitWith);
