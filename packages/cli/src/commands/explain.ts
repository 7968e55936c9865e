import { nearest } from '@nodeport-haproxy/schema';
import { CliError } from '../cli-error.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { explanations } from '../explain/explanations.ts';
import { print } from '../report/print.ts';

/** `--explain CODE`: what a code means, and how it is mended. */
export function explain(code: string): ExitCode {
  const found = explanations.find((one) => one.code === code);
  if (!found) {
    const near = nearest(
      code,
      explanations.map((one) => one.code),
    );
    const hint = near ? `did you mean ${near}?` : 'docs/reference/diagnostics.md has them all';
    throw new CliError(`there is no code ${code}; ${hint}`, EXIT.usage);
  }
  const { severity, title, why, source, wrong, right } = found;
  print('stdout', [
    `${code} (${severity}): ${title}`,
    ...folded(why),
    '',
    'Wrong:',
    ...indented(wrong),
    '',
    'Right:',
    ...indented(right),
    '',
    ...folded(`Source: ${source}`),
  ]);
  return EXIT.ok;
}

const indented = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => `  ${line}`);

/** Lines of at most 80 columns. */
function folded(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 80) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
