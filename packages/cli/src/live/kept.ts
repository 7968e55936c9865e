import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutSecrets } from '../plan/mask.ts';
import type { Live } from './live.ts';

/** What a host was when this machine deployed to it last. */
export interface Kept {
  /** ISO 8601, in UTC. */
  readonly at: string;
  /** Its files are without secrets. */
  readonly live: Live;
}

/** Where it is kept, below the project's root. */
export function keptFile(root: string, host: string): string {
  // A host's name in an inventory may hold anything.
  return join(root, '.nodeport', `${encodeURIComponent(host)}.json`);
}

/** Keeps what a host is after a deployment, without secrets and for this user's eyes only. */
export function keep(root: string, host: string, live: Live, at: Date): void {
  const path = keptFile(root, host);
  const { 'haproxy.cfg': configuration, 'udp.nft': rules } = live.files;
  const files = { 'haproxy.cfg': configuration && withoutSecrets(configuration), 'udp.nft': rules };
  const kept: Kept = { at: at.toISOString(), live: { ...live, files } };
  mkdirSync(join(root, '.nodeport'), { recursive: true, mode: 0o700 });
  // Whoever reads it meanwhile gets the old one or the new one whole.
  writeFileSync(`${path}.new`, `${JSON.stringify(kept)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** What is kept of a host; undefined where nothing is, or nothing that can be read. */
export function readKept(root: string, host: string): Kept | undefined {
  try {
    // This tool wrote it.
    return JSON.parse(readFileSync(keptFile(root, host), 'utf8')) as Kept;
  } catch {
    return undefined;
  }
}
