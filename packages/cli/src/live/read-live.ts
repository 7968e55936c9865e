import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { remedyFor } from '../ansible/reason.ts';
import type { Project } from '../project.ts';
import type { Entries } from '../variables/layers.ts';
import { readText } from '../variables/load.ts';
import { connectionTo, type Surroundings } from './connection.ts';
import { type Live, parseLive } from './live.ts';

/** What a host said, or why it said nothing. */
export type Reading =
  | { readonly ok: true; readonly live: Live }
  | { readonly ok: false; readonly reason: string };

/** The role's scripts that only read, in the order in which they are sent. */
export const SCRIPTS = ['running-process.py', 'udp-process.py', 'probe-udp.py', 'probe.py', 'read-live.py'];
/** Milliseconds; ssh itself gives up a connection that is not made after ten seconds. */
const PATIENCE = 60_000;

/** Reads a host of the inventory over SSH, or this machine. It changes nothing there. */
export async function readLive(
  project: Project,
  host: string,
  entries: Entries,
  surroundings: Surroundings,
): Promise<Reading> {
  const files = SCRIPTS.map((name) => join(project.role, 'files', name));
  const missing = files.find((path) => !existsSync(path));
  if (missing !== undefined)
    return { ok: false, reason: `the role has no ${missing.slice(project.root.length + 1)}` };
  const connection = connectionTo(host, entries, ['python3', '-', ...bindAddresses(entries)], surroundings);
  if (!connection.ok) return connection;
  // Only a reader of hosts needs execa; the other commands start faster without it.
  const { execa } = await import('execa');
  const { stdout, stderr, failed, timedOut, shortMessage } = await execa(
    connection.file,
    connection.arguments,
    {
      input: files.map((path) => readText(path)).join('\n'),
      env: { LC_ALL: 'C.UTF-8' },
      timeout: PATIENCE,
      reject: false,
    },
  );
  const live = failed ? undefined : parseLive(stdout);
  if (live) return { ok: true, live };
  if (timedOut) return { ok: false, reason: `it did not answer within ${PATIENCE / 1000} s` };
  const said = stderr.trim().split('\n').at(-1) || stdout.trim().split('\n').at(-1) || shortMessage;
  const remedy = remedyFor(stderr);
  return { ok: false, reason: `${said}${remedy ? `; ${remedy}` : ''}` };
}

/** What files/probe.py is asked about: whether services can listen on these. */
function bindAddresses(entries: Entries): string[] {
  const services = entries.get('haproxy_tcp_backends')?.value;
  const binds = Array.isArray(services) ? services.flatMap((service) => service?.bind ?? []) : [];
  return binds.map(String);
}
