import fc from 'fast-check';
import type { Checked } from '../../../src/variables/check.ts';
import type { Problem } from '../../../src/variables/problem.ts';

export const at = (line: number, column: number, end: number) => ({
  start: { line, column },
  end: { line, column: end },
});

export const wrongPort: Problem = {
  code: 'out-of-range',
  message: 'haproxy_tcp_backends[0].port is 65536',
  file: 'group_vars/all, or more.yaml',
  range: at(4, 11, 16),
  hint: 'use a whole number from 1 to 65535',
};
const quiet: Problem = { severity: 'hint', code: 'quiet-flows', message: '50 % of <them>', file: 'b.yaml' };
const costly: Problem = {
  severity: 'warning',
  code: 'wrong-type',
  message: 'costs',
  file: 'b.yaml',
  range: at(1, 1, 2),
};
export const problems = [wrongPort, quiet, costly];

export const checked = (found: readonly Problem[]): Checked => ({
  problems: found,
  files: ['group_vars/all, or more.yaml', 'b.yaml', 'c.yaml'],
  services: 1,
  unresolved: 0,
  vaulted: [],
  unseen: [],
});

/** What means something in XML, in a command of GitHub's or to a terminal, what is no character, and what is long. */
const SPECIAL = [
  ...[']]>', '<![CDATA[', '</failure>', '&amp;', '&#0;', '"', "'", '::error::', '%0A', '%', ':', ','],
  ...['\0', '\x1b[31m', '\x7f', '\r', '\n', '\r\n', '\t', '\u0085', '\u2028', '\ufeff', '\ufffe', '\uffff'],
  ...['\ud800', '\udc80', '\udc80\ud800', '👩‍👩‍👧', 'ö', '\\', '\\udc80', '?', '#', '*', 'x'.repeat(20_000)],
];

const pieces = fc.array(
  fc.oneof(fc.constantFrom(...SPECIAL), fc.string({ unit: 'binary', minLength: 1, maxLength: 9 })),
  { minLength: 1, maxLength: 4 },
);
const text = pieces.map((parts) => parts.join(''));
/** As Node's `path.relative` gives it. */
const file = fc
  .array(
    text.map((name) => name.replace(/^\.*$|[/\0]/g, 'x')),
    { minLength: 1, maxLength: 3 },
  )
  .map((names) => names.join('/'));
const position = fc.record({ line: fc.integer({ min: 1 }), column: fc.integer({ min: 1 }) });
const range = fc.record({ start: position, end: position });

/** Whatever a problem is. */
export const anyProblem: fc.Arbitrary<Problem> = fc
  .record(
    {
      severity: fc.constantFrom('error', 'warning', 'hint'),
      code: fc.constantFrom('out-of-range', 'two-servers', 'wrong-type'),
      message: text,
      hint: text,
      place: fc.oneof(fc.record({ file }), fc.record({ file, range })),
      related: fc.oneof(fc.record({ message: text, file }), fc.record({ message: text, file, range })),
      hosts: fc.uniqueArray(text, { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: ['code', 'message'] },
  )
  .map(({ place, ...problem }) => ({ ...problem, ...place }));

export const anyProblems = fc.array(anyProblem, { maxLength: 5 });

/** In JSON, where JavaScript writes one as an escape; a backslash that is written so is no escape. */
export const LONE_SURROGATE = /(?<!\\)(\\\\)*\\ud[89a-f]/;
