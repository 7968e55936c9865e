import { Command, CommanderError } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { atTheEdge, exitWith } from './edge.ts';
import { EXIT, EXIT_HELP } from './exit-code.ts';

/** A command line with what all of ours have: a version, exit codes in its help, usage errors as exit code 2. */
export function createProgram(name: string): Command {
  return new Command(name)
    .version(manifest.version)
    .exitOverride()
    .configureHelp({ sortSubcommands: false })
    .showHelpAfterError(`(${name} --help says more)`)
    .addHelpText('after', EXIT_HELP);
}

/** Runs a command line. */
export function runProgram(program: Command, argv: readonly string[]): Promise<void> {
  return atTheEdge(async () => {
    try {
      await program.parseAsync(argv);
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      exitWith(error.exitCode === 0 ? EXIT.ok : EXIT.usage);
    }
  });
}
