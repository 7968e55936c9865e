import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bounded } from './bounded.ts';
import { count, neverReached } from './coverage.ts';
import { type FuzzCase, oracleCaseOf } from './fuzz-case.ts';
import { grammar } from './grammar.ts';
import { isSame } from './outcome.ts';
import { type Piece, textOf } from './piece.ts';
import { productions } from './production.ts';
import { reduced } from './reduce.ts';

const leaf = (text: string): Piece => ({ rule: 'leaf int', type: 'int', parts: [text] });

const caseOf = (main: Piece, options = {}): FuzzCase => ({
  profile: 'jinja2',
  main: { rule: 'print', type: 'template', parts: ['{{ ', main, ' }}'] },
  templates: {},
  variablesJson: '{}',
  options,
});

describe('a production', () => {
  const [call, sum] = productions('rule', 'call  int  f(<int>, a=<int>)\n+  int  <int> + <int>');

  test('has free holes where nothing beside them can bind', () => {
    const free = call?.parts.filter((part) => typeof part !== 'string').map(({ isFree }) => isFree);
    expect(free).toEqual([true, true]);
  });

  test('has other holes beside operators', () => {
    const free = sum?.parts.filter((part) => typeof part !== 'string').map(({ isFree }) => isFree);
    expect(free).toEqual([false, false]);
  });

  test('is atomic where it is a call, and is not where it is an operation', () => {
    expect([call?.isAtomic, sum?.isAtomic]).toEqual([true, false]);
  });
});

test('the grammar puts brackets around most operations inside of others', () => {
  const { of } = grammar(productions('operator', '+  int  <int> + <int>\nlist  any  [<any>]'));
  const texts = fc.sample(of('int'), { numRuns: 300, seed: 1 }).map(textOf);
  const nested = texts.filter((text) => text.split('+').length > 2);
  const bare = nested.filter((text) => !text.includes('('));
  expect(nested.length).toBeGreaterThan(20);
  expect(bare.length).toBeLessThan(nested.length / 2);
});

test('a case is reduced to the part that is interesting', async () => {
  const sum = (left: Piece, right: Piece): Piece => ({
    rule: 'operator +',
    type: 'int',
    parts: [left, ' + ', right],
  });
  const big = caseOf(sum(sum(leaf('x'), leaf('bad')), sum(leaf('y'), leaf('z'))), { trim_blocks: true });
  const small = await reduced(big, async (cases) =>
    cases.map((one) => oracleCaseOf(one).template.includes('bad')),
  );
  expect(oracleCaseOf(small)).toMatchObject({ template: '{{ bad }}', options: {} });
});

test('other delimiters are written in tags, and not inside of expressions', () => {
  const given = caseOf(leaf("{'a': {}}"), { variable_start_string: '[[', variable_end_string: ']]' });
  expect(oracleCaseOf(given).template).toBe("[[ {'a': {}} ]]");
});

test('a rule counts as reached once a text came of it, and an error once it was made', () => {
  const coverage = new Map();
  count(coverage, caseOf(leaf('x')), { error: 'runtime', message: '' });
  count(coverage, caseOf({ ...leaf('y'), rule: 'error no-call' }), { error: 'runtime', message: '' });
  expect(neverReached(coverage, ['leaf int', 'error no-call', 'test odd'])).toEqual(['leaf int', 'test odd']);
});

describe('two outcomes', () => {
  test('are the same with equal texts, or with errors of a kind', () => {
    expect(isSame({ text: 'a' }, { text: 'a' })).toBe(true);
    expect(isSame({ error: 'runtime', message: 'a' }, { error: 'runtime', message: 'b' })).toBe(true);
  });

  test('differ in the message of what is undefined, in syntax errors, and with a crash', () => {
    expect(isSame({ error: 'undefined', message: 'a' }, { error: 'undefined', message: 'b' })).toBe(false);
    expect(isSame({ error: 'syntax', message: 'a' }, { error: 'runtime', message: 'a' })).toBe(false);
    expect(isSame({ error: 'runtime', message: 'a' }, { error: 'crash', message: 'a' })).toBe(false);
  });
});

test('what has no end is stopped', () => {
  const endless = (): never => {
    for (;;);
  };
  expect(() => bounded(20, endless)).toThrow(/timed out/);
});
