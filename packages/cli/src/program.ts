import { Command, CommanderError } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { CliError } from './cli-error.ts';
import { EXIT, EXIT_HELP, type ExitCode } from './exit-code.ts';
import { writeText } from './report/output.ts';

/** A command line with what all of ours have: a version, exit codes in its help, usage errors as exit code 2. */
export function createProgram(name: string): Command {
  return new Command(name)
    .version(manifest.version)
    .exitOverride()
    .configureHelp({ sortSubcommands: false })
    .showHelpAfterError(`(${name} --help says more)`)
    .addHelpText('after', EXIT_HELP);
}

/** The edge: runs a command line and turns how it ended into an exit code. What is no CliError is a bug and crashes. */
export async function runProgram(program: Command, argv: readonly string[]): Promise<void> {
  try {
    await program.parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    else if (error instanceof CliError) {
      writeText('stderr', `${error.message}\n`);
      process.exitCode = error.exitCode;
    } else throw error;
  }
}

/** Keeps a command's exit code for the end, so that everything written is written out before. */
export function exitWith(exitCode: ExitCode): void {
  process.exitCode = exitCode;
}
