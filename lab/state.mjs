import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTunnelKeys } from './wireguard.mjs';

/** What the lab writes on this machine; not in git. */
export const LAB_FOLDER = join(import.meta.dirname, '..', '.lab');

/** Keeps what `up` returned, the secrets with it, for those who look at the project later (Molecule, `status`). */
export function writeState(set) {
  mkdirSync(LAB_FOLDER, { recursive: true, mode: 0o700 });
  writeSecret(fileOf(set.project), `${JSON.stringify(set, undefined, 2)}\n`);
}

/** @param {string} project @returns what `up` returned the last time, or undefined when the project is down */
export function readState(project) {
  const file = fileOf(project);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** @param {string} project */
export function removeState(project) {
  rmSync(fileOf(project), { force: true });
}

/** The password of a project's databases: the one in use, or a new one. */
export function passwordOf(project) {
  return readState(project)?.password ?? randomBytes(18).toString('base64url');
}

/** The keys of a project's WireGuard tunnel: those in use, or new ones. */
export function tunnelKeysOf(project) {
  return readState(project)?.tunnelKeys ?? makeTunnelKeys();
}

/** Writes a file that only its owner reads, whatever its mode was. */
function writeSecret(file, text) {
  writeFileSync(file, text, { mode: 0o600 });
  chmodSync(file, 0o600);
}

function fileOf(project) {
  return join(LAB_FOLDER, `${project}.json`);
}
