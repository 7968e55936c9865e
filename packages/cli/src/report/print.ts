import { resolve } from 'node:path';
import { readText } from '../variables/load.ts';
import type { Problem } from '../variables/problem.ts';
import { problemLines } from './problems.ts';

/** Writes lines to a stream. */
export function print(stream: NodeJS.WriteStream, lines: readonly string[]): void {
  stream.write(lines.map((line) => `${line}\n`).join(''));
}

/** Writes problems with the source lines that they are about. */
export function printProblems(stream: NodeJS.WriteStream, problems: readonly Problem[]): void {
  print(
    stream,
    problemLines(problems, (file) => readText(resolve(file))),
  );
}
