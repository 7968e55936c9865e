import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ValidateOptions } from './commands/validate.ts';
import { exitWith } from './edge.ts';

type Given = ValidateOptions & { readonly explain?: string };

/** Makes a command the one that checks variables: `validate vars` and `nodeport validate` are the same. */
export function asValidate(command: Command): Command {
  return command
    .description('Check files that set the variables; without files, everything below ansible/.')
    .argument('[files...]', 'files of variables, inventories or playbooks; - is the standard input')
    .addOption(
      new Option('--format <format>', 'how to print what was found')
        .choices(['human', 'json', 'sarif', 'junit', 'github', 'gitlab'])
        .default('human'),
    )
    .option('--max-warnings <count>', 'end with 1 where there are more warnings', count)
    .option('--fix', 'put right what has one right answer, and show the difference')
    .option('--fix-dry-run', 'show that difference, and change nothing')
    .option('--explain <code>', 'say what a code means, with an example')
    .action(async (files: string[], { explain: code, ...options }: Given) => {
      if (code === undefined) {
        const { validate } = await import('./commands/validate.ts');
        exitWith(await validate(files, options));
        return;
      }
      const { explain } = await import('./commands/explain.ts');
      exitWith(explain(code));
    });
}

function count(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a whole number, from 0.');
}
