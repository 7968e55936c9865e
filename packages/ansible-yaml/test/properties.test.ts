import fc from 'fast-check';
import { dump } from 'js-yaml';
import { expect, test } from 'vitest';
import { type Range, readYaml, type YamlDocument, type YamlPath } from '../src/index.ts';

const word = fc.oneof(
  fc.constantFrom(
    'yes',
    '0777',
    '1:30',
    '1e3',
    '1.5',
    '~',
    '<<',
    '',
    ' lead',
    'trail ',
    'two\nlines',
    'a\n\n b\n',
    '# no',
    'a: b',
    "it's",
    '"',
    '- x',
    '*a',
    '&a',
    '!t',
    '2001-01-01',
    'é\u00A0',
    '😀',
    '{{ x }}',
    '__proto__',
  ),
  fc.string(),
  fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', ':', '-', ',', "'", '#') }),
);

const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    tie('leaf'),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(word, tie('tree'), { maxKeys: 4 }),
  ),
  leaf: fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null), fc.double({ noNaN: true })),
}));

const style = fc.record({
  indent: fc.integer({ min: 2, max: 6 }),
  noArrayIndent: fc.boolean(),
  flowLevel: fc.integer({ min: -1, max: 4 }),
  lineWidth: fc.constantFrom(-1, 20, 80),
  forceQuotes: fc.boolean(),
  quotingType: fc.constantFrom("'" as const, '"' as const),
});

/** A text in one of js-yaml's styles; the shared part becomes an anchor and an alias. */
const yaml = fc
  .tuple(tree, tree, style)
  .map(([value, shared, options]) => dump({ first: shared, value, second: shared }, options));

function read(text: string): YamlDocument | undefined {
  const result = readYaml(text);
  // What is text to YAML 1.2 may be a duplicate or a merge key to 1.1.
  return result.ok ? result.document : undefined;
}

/** Every leaf and its path; `above` are the values around it, which `&x [*x]` leads back to. */
function* leaves(
  value: unknown,
  path: YamlPath = [],
  above: readonly unknown[] = [],
): Generator<[YamlPath, unknown]> {
  if (above.includes(value)) return;
  const around = [...above, value];
  if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* leaves(item, [...path, index], around);
  else if (Object.prototype.toString.call(value) === '[object Object]')
    for (const [key, item] of Object.entries(value as object)) yield* leaves(item, [...path, key], around);
  else yield [path, value];
}

function offsets(text: string, { start, end }: Range): [number, number] {
  const lines = text.split('\n');
  const at = ({ line, column }: Range['start']) =>
    lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column - 1;
  return [at(start), at(end)];
}

test('every range lies in its file', () => {
  fc.assert(
    fc.property(yaml, (text) => {
      const document = read(text);
      if (!document) return;
      for (const [path] of leaves(document.value))
        for (const part of ['value', 'key'] as const) {
          const [start, end] = offsets(text, document.locate(path, part));
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
    }),
    { numRuns: 300 },
  );
});

test('the text at the range of a scalar, read again, gives the value', () => {
  fc.assert(
    fc.property(yaml, (text) => {
      const document = read(text);
      if (!document) return;
      for (const [path, value] of leaves(document.value)) {
        const [start, end] = offsets(text, document.locate(path));
        const found = text.slice(start, end);
        // An alias means nothing alone, nor does an empty block scalar; a given width counts from where it stood.
        if (/^(\*|[|>][-+]?([0-9]|$))/.test(found) || Array.isArray(value)) continue;
        const again = readYaml(found);
        // The line breaks and blanks at the end of a block scalar are not in its range.
        const strip = (text: unknown) => (/^[|>]/.test(found) ? String(text).trimEnd() : text);
        expect(again.ok && strip(again.document.value)).toStrictEqual(strip(value));
      }
    }),
    { numRuns: 300 },
  );
});

test('a text is read, or refused with a place that lies in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab01: -\n\t{}[]"\'#&*!|>?,%@.<~') }), (text) => {
      const result = readYaml(text);
      if (result.ok) return;
      const [start, end] = offsets(text, result.problem.range);
      expect(start).toBeLessThanOrEqual(end);
      expect(end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 3000 },
  );
});

const token = fc.constantFrom(
  ...[
    'a',
    'b: ',
    ': ',
    '- ',
    '\n',
    '\n  ',
    '{',
    '}',
    '[',
    ']',
    ', ',
    '"',
    '# c',
    '&x ',
    '*x',
    '? ',
    '!unsafe ',
    '| ',
  ],
);

test('a text of any shape that can be read can be located everywhere', () => {
  fc.assert(
    fc.property(fc.string({ unit: token }), (text) => {
      const document = read(text);
      if (!document) return;
      for (const [path, value] of leaves(document.value)) {
        const [start, end] = offsets(text, document.locate(path));
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(text.length);
        const found = text.slice(start, end);
        if (typeof value !== 'string' || /^\*|\|/.test(found)) continue;
        expect(readYaml(found)).toMatchObject({ document: { value } });
      }
    }),
    { numRuns: 5000 },
  );
});
