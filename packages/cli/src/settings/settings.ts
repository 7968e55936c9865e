import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Levels } from '../variables/judge.ts';
import type { Problem } from '../variables/problem.ts';

/** What a project says of `validate` itself. */
export interface Settings {
  readonly levels: Levels;
  readonly problems: readonly Problem[];
}

const FILE = '.nodeport.yaml';
const NONE: Settings = { levels: {}, problems: [] };

/** The settings in a folder's `.nodeport.yaml`; none where it has no such file. */
export async function settingsIn(folder: string): Promise<Settings> {
  const path = join(folder, FILE);
  if (!existsSync(path)) return NONE;
  const { readSettings } = await import('./read-settings.ts');
  return readSettings(path);
}

/** A problem with the severity that the settings give it; none where they turn it off. */
export function atLevel(problem: Problem, levels: Levels): Problem[] {
  const level = levels[problem.code];
  if (level === 'off') return [];
  return [level === undefined ? problem : { ...problem, severity: level }];
}
