import type { Checked } from '../../variables/check.ts';
import { isError, type Problem, placeOf, relatedText } from '../../variables/problem.ts';

/**
 * A report of tests, which every CI shows: each file is a suite, each error a test that failed. A file without one is a test
 * that passed. What is no error stands in the output of its file.
 */
export function junit({ problems, files }: Checked): string {
  const names = [...new Set([...files, ...problems.map(({ file }) => file ?? '')])];
  const errors = problems.filter(isError);
  const suites = names.map((name) =>
    suite(
      name,
      problems.filter(({ file = '' }) => file === name),
    ),
  );
  const tests = names.reduce(
    (sum, name) => sum + Math.max(1, errors.filter(({ file = '' }) => file === name).length),
    0,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="validate" tests="${tests}" failures="${errors.length}" errors="0">`,
    ...suites.flat(),
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(file: string, problems: readonly Problem[]): string[] {
  const errors = problems.filter(isError);
  const others = problems.filter((problem) => !isError(problem));
  const name = attribute(file || 'validate');
  const head = `  <testsuite name="${name}" tests="${Math.max(1, errors.length)}" failures="${errors.length}" errors="0" skipped="0">`;
  const passed = errors.length === 0 ? [`    <testcase classname="${name}" name="no problems"/>`] : [];
  return [
    head,
    ...passed,
    ...errors.flatMap((problem) => failed(name, problem)),
    ...(others.length > 0
      ? [
          `    <system-out>${escaped(others.map((one) => `${one.severity}: ${sentence(one)}`).join('\n'))}</system-out>`,
        ]
      : []),
    '  </testsuite>',
  ];
}

function failed(suiteName: string, problem: Problem): string[] {
  const { code, message } = problem;
  return [
    `    <testcase classname="${suiteName}" name="${attribute(`${code}${lineAndColumn(problem)}`)}">`,
    `      <failure type="${attribute(code)}" message="${attribute(message)}">${escaped(sentence(problem))}</failure>`,
    '    </testcase>',
  ];
}

const lineAndColumn = ({ range }: Problem): string =>
  range ? ` ${range.start.line}:${range.start.column}` : '';

function sentence(problem: Problem): string {
  const { message, code, hint } = problem;
  const place = placeOf(problem);
  return [`${place}${place && ': '}${message} [${code}]`, relatedText(problem), hint]
    .filter((part) => part !== undefined)
    .join('\n');
}

/** XML 1.0 has no way to write most control characters (section 2.2). */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
const attribute = (text: string): string =>
  escaped(text)
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\t', '&#9;');
