import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds the commands into .cache/, so that tests need no build before them and disturb none. */
export function setup(): void {
  const directory = fileURLToPath(new URL('..', import.meta.url));
  execFileSync(process.execPath, ['build.mjs', '.cache'], { cwd: directory, stdio: 'inherit' });
}
