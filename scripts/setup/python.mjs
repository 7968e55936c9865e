import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { aptInstall } from './apt.mjs';
import { EnvironmentProblem } from './problem.mjs';
import { run, succeeds } from './process.mjs';

const NEEDED = '3.11';

/**
 * Makes sure of `.venv` with the Python tools of requirements.txt (Ansible, ansible-lint, yamllint, Molecule).
 *
 * @param {string} root the repository's root
 * @returns {Promise<string>} what was done, in words
 */
export async function ensurePythonTools(root) {
  const requirements = join(root, 'requirements.txt');
  const venv = join(root, '.venv');
  const stamp = join(root, '.setup', 'python');
  const inputs = hashOf([requirements, join(root, 'constraints.txt')]);
  const installed = existsSync(stamp) && (await works(join(venv, 'bin', 'python')));
  if (installed && readFileSync(stamp, 'utf8') === inputs) return '.venv is up to date';
  // Without a stamp an installation may have been cut short: it is begun anew. Otherwise it is brought up to date.
  rmSync(stamp, { force: true });
  if (!installed) await run(await choosePython(), ['-m', 'venv', '--clear', venv]);
  await run(join(venv, 'bin', 'pip'), ['install', '--quiet', '--requirement', requirements]);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, inputs);
  return 'installed requirements.txt into .venv';
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/** The system's Python before any other, since it is there for every user; one is installed only when none will do. */
async function choosePython() {
  const system = '/usr/bin/python3';
  for (const python of [system, 'python3']) {
    if ((await works(python)) && (await canMakeVenv(python))) return python;
  }
  await aptInstall(['python3', 'python3-venv'], `the Python tools (Python ≥ ${NEEDED} with its venv module)`);
  if ((await works(system)) && (await canMakeVenv(system))) return system;
  throw new EnvironmentProblem(
    `The distribution's Python is older than ${NEEDED}.`,
    `Install Python ≥ ${NEEDED} with its venv module (Debian 12 and Ubuntu 24.04 have one) as python3, and run this again.`,
  );
}

/** Python is there and new enough. */
function works(python) {
  const [major, minor] = NEEDED.split('.');
  return succeeds(python, ['-c', `import sys; sys.exit(sys.version_info < (${major}, ${minor}))`]);
}

/** Debian keeps ensurepip, without which a venv has no pip, in a package of its own. */
function canMakeVenv(python) {
  return succeeds(python, ['-c', 'import venv, ensurepip']);
}
