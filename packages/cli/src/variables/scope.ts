import type { Range } from '@nodeport-haproxy/ansible-yaml';

/** Names and indexes, from a document's or a variable's top down. */
export type Path = (string | number)[];

/** A file that was read, and where things stand in it. */
export interface Source {
  /** As messages show it. */
  readonly file: string;
  readonly text: string;
  readonly locate: (path: Path, part: 'key' | 'value') => Range;
  /** Values that only Ansible can know: they hold Jinja, or are vaulted. */
  readonly unresolved: readonly Path[];
  /** Texts that Ansible takes as they are, though they look like templates. */
  readonly unsafe: readonly Path[];
}

/** A variable as a file sets it. */
export interface Entry {
  readonly value: unknown;
  readonly source: Source;
  /** Where it stands in its source. */
  readonly path: Path;
}

/**
 * Whom variables are set for. `play-file` are files under `vars_files`, `task` the roles and tasks of a play, `extra`
 * those of `--extra-vars`; `file` is a file that nothing tells more about.
 */
export type Level = 'defaults' | 'all' | 'group' | 'host' | 'play' | 'play-file' | 'task' | 'file' | 'extra';

export interface Target {
  readonly level: Level;
  readonly name: string;
  /** The folder whose group_vars or host_vars set it; none where an inventory or a play says it itself. */
  readonly folder?: string | undefined;
}

/** The variables that one file sets for one target. */
export interface Scope extends Target {
  readonly entries: ReadonlyMap<string, Entry>;
}

/** The group that the deployment's play is for. */
export const BALANCERS = 'haproxy_servers';

/** A group's variables by its name: `all` lies below every other group. */
export function groupTarget(name: string, folder?: string): Target {
  return { level: name === 'all' ? 'all' : 'group', name, folder };
}

export function isRoleVariable(name: string): boolean {
  return name.startsWith('haproxy_');
}
