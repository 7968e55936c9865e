import { nearest } from '@nodeport-haproxy/schema';
import { CliError } from '../cli-error.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { explanations } from '../explain/explanations.ts';
import { folded } from '../report/folded.ts';
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
    ...folded(why, 80),
    '',
    'Wrong:',
    ...indented(wrong),
    '',
    'Right:',
    ...indented(right),
    '',
    ...folded(`Source: ${source}`, 80),
  ]);
  return EXIT.ok;
}

const indented = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => `  ${line}`);
