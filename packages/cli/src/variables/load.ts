import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { CliError } from '../cli-error.ts';
import { EXIT } from '../exit-code.ts';
import { decoded } from '../utf8.ts';
import { expectToRead } from '../v8.ts';
import type { VariablesFile } from './find-files.ts';
import type { Problem } from './problem.ts';
import { type FileVariables, readVariables, type Unseen, type VarsFiles } from './read-file.ts';
import { hasTemplate } from './template.ts';

/** Reads a text; a file that cannot be read ends the command. */
export function readText(
  path: string,
  exitCode: typeof EXIT.environment | typeof EXIT.usage = EXIT.environment,
): string {
  try {
    return decoded(readFileSync(path));
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
  readonly unreadFor?: VariablesFile['unreadFor'] | undefined;
};

/** Reads the variables of files, and of those that plays name in them. */
export function loadVariables(
  files: readonly FileToLoad[],
  exitCode?: typeof EXIT.environment | typeof EXIT.usage,
): FileVariables[] {
  const texts = files.map(({ path }) => readText(path, exitCode));
  expectToRead(texts.reduce((sum, text) => sum + text.length, 0));
  return files.flatMap(({ path, unreadFor, ...known }, index) => {
    const read = readVariables({ file: shown(path), text: texts[index] ?? '', ...known });
    if (unreadFor !== undefined)
      return [{ ...read, scopes: [], vaulted: false, problems: [unreadFile(read.file, unreadFor)] }];
    return read.varsFiles.length === 0 ? [read] : withVarsFiles(read, dirname(path));
  });
}

function unreadFile(file: string, instead: string): Problem {
  const start = { line: 1, column: 1 };
  return {
    severity: 'warning',
    code: 'unread-file',
    message: `Ansible does not read this file, because there is ${shown(instead)}`,
    file,
    range: { start, end: start },
    hint: 'put the variables into one of the two, and take the other away',
  };
}

function withVarsFiles(read: FileVariables, folder: string): FileVariables[] {
  const files: FileVariables[] = [];
  const problems: Problem[] = [];
  const unseen: Unseen[] = [];
  for (const named of read.varsFiles) {
    const { names, target, range } = named;
    const path = foundOf(named, folder);
    if (path !== undefined)
      files.push(readVariables({ file: shown(path), text: readText(path), kind: 'vars', target }));
    else if (names.some(hasTemplate))
      unseen.push({ what: 'vars_files', file: read.file, line: range.start.line, names: undefined });
    else problems.push(missingVarsFile(read.file, named));
  }
  return [
    { ...read, problems: [...read.problems, ...problems], unseen: [...read.unseen, ...unseen] },
    ...files,
  ];
}

/** The first that there is, in `vars` beside the playbook or beside it. With a template before it nobody knows. */
function foundOf({ names }: VarsFiles, folder: string): string | undefined {
  for (const name of names) {
    if (hasTemplate(name)) return undefined;
    const path = [join(folder, 'vars', name), resolve(folder, name)].find(existsSync);
    if (path !== undefined) return path;
  }
  return undefined;
}

function missingVarsFile(file: string, { names, range }: VarsFiles): Problem {
  return {
    severity: 'warning',
    code: 'missing-vars-file',
    message: `vars_files: there is no ${names.join(', nor ')}`,
    file,
    range,
    hint: 'mend the name: Ansible goes on without the file and says nothing',
  };
}
