import { type AnnotationProperties, error, notice, warning } from '@actions/core';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { github } from '../../../src/report/formats/github.ts';
import { type Problem, relatedText, severityOf } from '../../../src/variables/problem.ts';
import { outputs } from './outputs.ts';
import { anyProblems, problems } from './problems.ts';

test('an annotation for each problem, with its place and its mend', () => {
  expect(github(problems)).toBe(
    [
      '::error title=out-of-range,file=group_vars/all%2C or more.yaml,line=4,col=11,endColumn=16::haproxy_tcp_backends[0].port is 65536%0Ause a whole number from 1 to 65535',
      '::notice title=quiet-flows,file=b.yaml::50 %25 of <them>',
      '::warning title=wrong-type,file=b.yaml,line=1,col=1,endColumn=2::costs',
      '',
    ].join('\n'),
  );
});

/** What GitHub's own package prints for a problem. */
function printedByGitHub(given: readonly Problem[]): string {
  const printed: string[] = [];
  const write = vi
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => printed.push(String(text)) > 0);
  try {
    for (const problem of given)
      ({ error, warning, hint: notice })[severityOf(problem)](textOf(problem), propertiesOf(problem));
  } finally {
    write.mockRestore();
  }
  return printed.join('');
}

const textOf = (problem: Problem): string =>
  [problem.message, relatedText(problem), problem.hint].filter((part) => part !== undefined).join('\n');

function propertiesOf({ code, file, range }: Problem): AnnotationProperties {
  const all: AnnotationProperties = { title: code };
  if (file !== undefined) all.file = file;
  if (!range) return all;
  all.startLine = range.start.line;
  if (range.end.line !== range.start.line) return { ...all, endLine: range.end.line };
  return { ...all, startColumn: range.start.column, endColumn: range.end.column };
}

test('byte for byte what @actions/core prints, whatever a problem holds', () => {
  fc.assert(
    fc.property(anyProblems, (given) => {
      expect(github(given)).toBe(printedByGitHub(given));
    }),
  );
});

test('every output is commands alone, a line each', async () => {
  const COMMAND = /^::(error|warning|notice) title=[a-z-]+(,(file|line|col|endLine|endColumn)=[^,:]+)*::.+$/;
  for (const output of await outputs('github'))
    expect(output.split(/\r\n|\r|\n/).filter((line) => line !== '' && !COMMAND.test(line))).toEqual([]);
});
