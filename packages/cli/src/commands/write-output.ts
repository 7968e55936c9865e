import { writeFileSync } from 'node:fs';
import { CliError } from '../cli-error.ts';
import { EXIT } from '../exit-code.ts';
import { writeText } from '../report/output.ts';

/** Writes a text to a file, or to standard output where none is named. */
export function write(path: string | undefined, text: string): void {
  if (path === undefined) {
    writeText('stdout', text);
    return;
  }
  try {
    writeFileSync(path, text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CliError(`${path} cannot be written: ${reason}`, EXIT.environment, { cause });
  }
}
