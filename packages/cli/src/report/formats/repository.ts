import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Problem } from '../../variables/problem.ts';

/** The folder of the repository that a folder is in: the nearest above with a `.git`. */
function repositoryOf(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : repositoryOf(parent);
}

/**
 * Problems whose files are named from the root of the repository, as GitHub and GitLab know them, wherever a command runs.
 *
 * @param folder - Where the command runs: from there they are named before.
 */
export function fromRepository(problems: readonly Problem[], folder: string): readonly Problem[] {
  const root = repositoryOf(folder);
  if (root === undefined || root === folder) return problems;
  const named = (file: string): string => {
    const path = resolve(folder, file);
    return existsSync(path) ? relative(root, path) : file;
  };
  return problems.map((problem) => ({
    ...problem,
    ...(problem.file !== undefined && { file: named(problem.file) }),
    ...(problem.related?.file !== undefined && {
      related: { ...problem.related, file: named(problem.related.file) },
    }),
  }));
}
