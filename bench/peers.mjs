import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Installs other tools where they are missing, and returns the paths of their commands by name.
 *
 * @param {string} folder keeps them
 * @param {Record<'npm' | 'pip' | 'go', Record<string, string[]>>} tools the packages of each command, with their versions
 */
export function installed(folder, { npm = {}, pip = {}, go = {} }) {
  const root = resolve(folder);
  mkdirSync(root, { recursive: true });
  const at = (bin) => (name) => join(root, bin, name);
  return {
    ...provided(npm, at('node_modules/.bin'), (packages) =>
      run('npm', ['install', '--save-exact', '--no-audit', '--no-fund', '--prefix', root, ...packages]),
    ),
    ...provided(pip, at('venv/bin'), (packages) => {
      run('python3', ['-m', 'venv', join(root, 'venv')]);
      run(join(root, 'venv/bin/pip'), ['install', '--quiet', ...packages]);
    }),
    ...provided(go, at('bin'), (packages) => {
      for (const one of packages) run('go', ['install', one], { GOBIN: join(root, 'bin') });
    }),
  };
}

function provided(tools, pathOf, install) {
  const missing = Object.keys(tools).filter((name) => !existsSync(pathOf(name)));
  if (missing.length > 0) install(missing.flatMap((name) => tools[name]));
  return Object.fromEntries(Object.keys(tools).map((name) => [name, pathOf(name)]));
}

const run = (file, args, env = {}) =>
  execFileSync(file, args, { stdio: 'inherit', env: { ...process.env, ...env } });
