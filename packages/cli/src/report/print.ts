import { resolve } from 'node:path';
import { readText } from '../variables/load.ts';
import type { Problem } from '../variables/problem.ts';
import { lookOf } from './look.ts';
import { type Output, writeText } from './output.ts';
import { problemLines } from './problems.ts';

/** Writes lines. */
export function print(output: Output, lines: readonly string[]): void {
  writeText(output, lines.map((line) => `${line}\n`).join(''));
}

/** Writes problems with the source lines that they are about. */
export function printProblems(
  output: Output,
  problems: readonly Problem[],
  textOf: (file: string) => string = textOfFile,
): void {
  if (problems.length > 0) print(output, problemLines(problems, textOf, lookOf(output)));
}

const textOfFile = (file: string): string => readText(resolve(file));
