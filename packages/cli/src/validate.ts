import { validate } from './commands/validate.ts';
import { createProgram, exitWith, runProgram } from './program.ts';

const program = createProgram('validate').description('Checks the variables of the role haproxy.');

program
  .command('vars')
  .description('Check files that set the variables; without files, everything below ansible/.')
  .argument('[files...]', 'files of variables, inventories or playbooks')
  .action((files: string[]) => exitWith(validate(files)));

void runProgram(program, process.argv);
