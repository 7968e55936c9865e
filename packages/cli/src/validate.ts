import { createProgram, runProgram } from './program.ts';
import { asValidate } from './validate-command.ts';

const program = createProgram('validate').description('Checks the variables of the role haproxy.');
asValidate(program.command('vars'));

void runProgram(program, process.argv);
