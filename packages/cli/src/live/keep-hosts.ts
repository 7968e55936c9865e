import type { AnsibleConfig } from '../ansible/config.ts';
import type { Project } from '../project.ts';
import { entriesFor } from '../variables/layers.ts';
import type { FileVariables } from '../variables/read-file.ts';
import { keep } from './kept.ts';
import { readLive } from './read-live.ts';

/**
 * Keeps what hosts are after a deployment, for `nodeport plan --last`. It is a service and no part of the deployment:
 * what does not work is returned, a line each.
 */
export async function keepHosts(
  project: Project,
  config: AnsibleConfig,
  files: readonly FileVariables[],
  hosts: readonly string[],
): Promise<string[]> {
  const surroundings = { config, configFile: project.config, isRoot: process.getuid?.() === 0 };
  const lines = await Promise.all(
    hosts.map(async (host): Promise<string[]> => {
      const reading = await readLive(project, host, entriesFor(files, host), surroundings);
      if (!reading.ok) return [notKept(host, reading.reason)];
      try {
        keep(project.root, host, reading.live, new Date());
        return [];
      } catch (cause) {
        return [notKept(host, cause instanceof Error ? cause.message : String(cause))];
      }
    }),
  );
  return lines.flat();
}

function notKept(host: string, reason: string): string {
  return `${host}: nothing is kept for nodeport plan --last: ${reason.replace(/; [^;]*nodeport plan --last$/, '')}`;
}
