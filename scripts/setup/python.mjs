import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
  const inputs = createHash('sha256').update(readFileSync(requirements)).digest('hex');
  if (
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === inputs &&
    (await works(join(venv, 'bin', 'python')))
  ) {
    return '.venv is up to date';
  }
  const python = await choosePython();
  await run(python, ['-m', 'venv', '--clear', venv]);
  await run(join(venv, 'bin', 'pip'), ['install', '--quiet', '--requirement', requirements]);
  mkdirSync(join(root, '.setup'), { recursive: true });
  writeFileSync(stamp, inputs);
  return `installed requirements.txt into .venv (${python})`;
}

/** The system's Python before any other: Debian's is there for root as well, and is what python3-venv belongs to. */
async function choosePython() {
  for (const python of ['/usr/bin/python3', 'python3']) {
    if (!(await works(python))) continue;
    if (!(await canMakeVenv(python))) await aptInstall(['python3-venv'], 'the Python tools');
    if (await canMakeVenv(python)) return python;
  }
  throw new EnvironmentProblem(
    `No Python ≥ ${NEEDED} with its venv module was found (tried /usr/bin/python3 and python3).`,
    `Install one (Debian 12, Ubuntu 24.04 or later: \`sudo apt-get install python3-venv\`) and run this again.`,
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
