import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { XmlDocument, XmlElement, XsdValidator } from 'libxml2-wasm';
import { expect, test } from 'vitest';
import { junit } from '../../../src/report/formats/junit.ts';
import { FIXTURES } from '../../run.ts';
import { outputs } from './outputs.ts';
import { anyProblems, checked, problems, wrongPort } from './problems.ts';

/** Of Jenkins' xUnit plugin, as the source of pytest 9.2.0 has it in testing/example_scripts. */
const schema = XsdValidator.fromDoc(
  XmlDocument.fromBuffer(readFileSync(join(FIXTURES, 'schemas/junit-10.xsd'))),
);

/**
 * The suites of a report: name, number of tests and of failures as it says them, and the texts of the failures.
 *
 * @throws where it is no XML, or not as the schema asks for.
 */
function suitesIn(report: string) {
  const document = XmlDocument.fromBuffer(Buffer.from(report));
  try {
    schema.validate(document);
    return elements(document.root, 'testsuite').map((suite) => ({
      name: suite.attr('name')?.value,
      tests: Number(suite.attr('tests')?.value),
      failures: Number(suite.attr('failures')?.value),
      cases: elements(suite, 'testcase').length,
      messages: elements(suite, 'testcase/failure').map((failure) => failure.attr('message')?.value),
    }));
  } finally {
    document.dispose();
  }
}

const elements = (parent: XmlElement, path: string): XmlElement[] =>
  parent.find(path).filter((node) => node instanceof XmlElement);

test('a suite for each file, a failure for each error', () => {
  const port = 'haproxy_tcp_backends[0].port is 65536';
  expect(suitesIn(junit(checked(problems)))).toEqual([
    { name: 'group_vars/all, or more.yaml', tests: 1, failures: 1, cases: 1, messages: [port] },
    { name: 'b.yaml', tests: 1, failures: 0, cases: 1, messages: [] },
    { name: 'c.yaml', tests: 1, failures: 0, cases: 1, messages: [] },
  ]);
});

test("every output is as Jenkins' schema asks for", async () => {
  for (const output of await outputs('junit')) expect(suitesIn(output)).not.toEqual([]);
});

/** Section 2.2 of XML 1.0 has the others. */
const NO_CHARACTER = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Where a value begins with one, the parser's binding may take it for a byte order mark. */
const withoutMark = (text = ''): string => text.replaceAll('\ufeff', '');

test("whatever a problem holds, the report is as Jenkins' schema asks for, and complete", () => {
  fc.assert(
    fc.property(anyProblems, (given) => {
      const suites = suitesIn(junit(checked(given)));
      const errors = given.filter(({ severity = 'error' }) => severity === 'error');
      const texts = errors.map(({ message }) => message.replace(NO_CHARACTER, '\ufffd'));
      expect(
        suites
          .flatMap(({ messages }) => messages)
          .map(withoutMark)
          .toSorted(),
      ).toEqual(texts.map(withoutMark).toSorted());
      for (const { tests, failures, cases, messages } of suites)
        expect([tests, failures]).toEqual([cases, messages.length]);
    }),
  );
});

test.each([
  [' name="c.yaml"', ''],
  ['<system-out>', '<output>'],
  ['<failure ', '<failure line="4" '],
  ['&lt;them&gt;', '<them>'],
  ['&lt;them&gt;', '\0'],
])('a report with another text for %j is refused', (text, other) => {
  const report = junit(checked(problems));
  expect(report).toContain(text);
  expect(() => suitesIn(report.replaceAll(text, other))).toThrow();
  expect(() => suitesIn(junit(checked([wrongPort])))).not.toThrow();
});
