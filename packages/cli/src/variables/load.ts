import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { CliError } from '../cli-error.ts';
import { EXIT } from '../exit-code.ts';
import type { VariablesFile } from './find-files.ts';
import { type FileVariables, readVariables } from './read-file.ts';

/** Reads a text; a file that cannot be read ends the command. */
export function readText(
  path: string,
  exitCode: typeof EXIT.environment | typeof EXIT.usage = EXIT.environment,
): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const reason =
      cause instanceof Error && 'code' in cause
        ? (REASONS[String(cause.code)] ?? cause.message)
        : String(cause);
    throw new CliError(`${shown(path)}: ${reason}`, isMissing(cause) ? exitCode : EXIT.environment, {
      cause,
    });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'the file cannot be read: permission denied',
  EISDIR: 'this is a folder; name files',
};

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'EISDIR');
}

/** A path as messages show it: from where the user is. */
export function shown(path: string): string {
  return relative(process.cwd(), path) || '.';
}

/** A file whose kind, where it is not given, its content tells. */
export type FileToLoad = Pick<VariablesFile, 'path'> & {
  readonly kind?: VariablesFile['kind'] | undefined;
  readonly target?: VariablesFile['target'] | undefined;
  readonly inventory?: VariablesFile['inventory'] | undefined;
};

/** Reads the variables of files. */
export function loadVariables(files: readonly FileToLoad[]): FileVariables[] {
  return files.map(({ path, ...known }) =>
    readVariables({ file: shown(path), text: readText(path), ...known }),
  );
}
