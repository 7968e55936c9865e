import { expect, test } from 'vitest';
import { CHARACTER_NAMES } from '../../src/syntax/generated/character-names.ts';
import { hasOracle, type Parsed, parsed, parsedByJinja, type SyntaxCase } from './jinja-tree.ts';
import { SOURCES, SOURCES_ONCE } from './sources.ts';

test.skipIf(!hasOracle)(
  'a template has the tree that Jinja2 gives it, or is refused in its words',
  { timeout: 60_000 },
  () => {
    expect(differences(SOURCES)).toEqual([]);
  },
);

test.skipIf(!hasOracle)(
  'a template with one character too few is taken for what Jinja2 takes it for',
  { timeout: 60_000 },
  () => {
    expect(differences(SOURCES_ONCE.flatMap(withoutOneCharacter)).slice(0, 10)).toEqual([]);
  },
);

test.skipIf(!hasOracle)(
  'a template with two characters in the wrong order is taken for what Jinja2 takes it for',
  { timeout: 60_000 },
  () => {
    expect(differences(SOURCES_ONCE.flatMap(withTwoExchanged)).slice(0, 10)).toEqual([]);
  },
);

test.skipIf(!hasOracle)('each known name of a character is the one of Python', { timeout: 60_000 }, () => {
  const names = CHARACTER_NAMES.flatMap(([, text]) => text.split(';')).filter(Boolean);
  const source = names.map((name) => `{{ '\\N{${name.toLowerCase()}}' }}`).join('');
  expect(differences([{ source, options: {} }])).toEqual([]);
});

function differences(cases: readonly SyntaxCase[]): unknown[] {
  const expected = parsedByJinja(cases);
  return cases.flatMap((one, index) => {
    const jinja = expected[index];
    const ours = parsed(one);
    return jinja && isSame(ours, jinja) ? [] : [{ ...one, ours, jinja }];
  });
}

/** Where a template ends too early, Jinja2 says the line of what it read last; here it is the line of the end. */
function isSame(ours: Parsed, jinja: Parsed): boolean {
  if ('tree' in ours || 'tree' in jinja) return JSON.stringify(ours) === JSON.stringify(jinja);
  if (ours.error !== jinja.error) return sayNoMore(ours.error) === jinja.error;
  return ours.line === jinja.line || /end of template|tag name expected/i.test(ours.error);
}

/** Of a name of a character, we add what to do. */
const sayNoMore = (error: string): string => error.replace(/(unknown Unicode character name) '.*$/s, '$1');

function withoutOneCharacter({ source, options }: SyntaxCase): SyntaxCase[] {
  return [...source].map((_, index, all) => ({ source: all.toSpliced(index, 1).join(''), options }));
}

function withTwoExchanged({ source, options }: SyntaxCase): SyntaxCase[] {
  return [...source].slice(1).map((_, index) => {
    const all = [...source];
    return { source: all.toSpliced(index, 2, all[index + 1] ?? '', all[index] ?? '').join(''), options };
  });
}
