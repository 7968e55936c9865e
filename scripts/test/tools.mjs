import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ansibleEnvironment } from '../setup/environment.mjs';
import { run } from '../setup/process.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs one of the npm packages' commands, its output shown. */
export function npmTool(name, args, options = {}) {
  return run(join(root, 'node_modules/.bin', name), args, {
    cwd: root,
    inherit: true,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
    ...options,
  });
}

/** Runs one of the virtual environment's commands, its output shown. */
export function pythonTool(name, args, options = {}) {
  return run(join(root, '.venv/bin', name), args, {
    cwd: root,
    inherit: true,
    env: ansibleEnvironment(),
    ...options,
  });
}

/** Gives `use` an empty folder that is gone afterwards. */
export async function inTemporaryFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), 'nodeport-haproxy-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
