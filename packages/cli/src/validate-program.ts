import { createProgram, runProgram } from './program.ts';
import { asValidate } from './validate-command.ts';

/** Runs `validate` with options, or what is none of its command lines. */
export function runValidate(argv: readonly string[]): Promise<void> {
  const program = createProgram('validate').description('Checks the variables of the role haproxy.');
  asValidate(program.command('vars'));
  return runProgram(program, argv);
}
