import { CliError } from './cli-error.ts';
import type { ExitCode } from './exit-code.ts';
import { writeText } from './report/output.ts';

/** The edge: does what a command line asks for, and turns how it ended into an exit code. What is no CliError is a bug and crashes. */
export async function atTheEdge(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    writeText('stderr', `${error.message}\n`);
    exitWith(error.exitCode);
  }
}

/** Keeps a command's exit code for the end, so that everything written is written out before. */
export function exitWith(exitCode: ExitCode): void {
  process.exitCode = exitCode;
}
