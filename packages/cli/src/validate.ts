import { atTheEdge, exitWith } from './edge.ts';

const [subcommand, ...words] = process.argv.slice(2);
// What is typed most: files, or nothing. What reads options takes a tenth of the whole check to load.
const isPlain = subcommand === 'vars' && !words.some((word) => word.startsWith('-'));

void atTheEdge(async () => {
  if (isPlain) {
    const { validate } = await import('./commands/validate.ts');
    exitWith(await validate(words, { format: 'human' }));
  } else {
    const { runValidate } = await import('./validate-program.ts');
    await runValidate(process.argv);
  }
});
