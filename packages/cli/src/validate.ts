import { validate } from './commands/validate.ts';
import { createProgram, exitWith, runProgram } from './program.ts';

const program = createProgram('validate').description('Checks the variables of the role haproxy.');

program
  .command('vars')
  .description('Check files that set the variables; without files, everything below ansible/.')
  .argument('[files...]', 'files of variables, inventories or playbooks')
  .option('--explain <code>', 'say what a code means, with an example')
  .action(async (files: string[], { explain: code }: { explain?: string }) => {
    if (code === undefined) return exitWith(validate(files));
    const { explain } = await import('./commands/explain.ts');
    exitWith(explain(code));
  });

void runProgram(program, process.argv);
