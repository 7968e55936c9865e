import { expect, test } from 'vitest';
import { createEngine } from '../../../src/engine.ts';
import { str } from '../../../src/values/print.ts';
import { asVariables } from '../../conformance/case.ts';
import { rising } from './rising.ts';

const rendered = (template: string, random?: () => number): string =>
  str(
    createEngine({ profile: 'jinja2', ...(random && { random }) })
      .compile(template, 'template')
      .evaluate(asVariables(null)),
  );

test('chance decides which item is taken, from the first to the last', () => {
  const template = "{{ ['a', 'b', 'c'] | random }}";
  expect([0, 0.34, 0.999].map((chance) => rendered(template, () => chance))).toEqual(['a', 'b', 'c']);
});

test('a character of a text is taken whole', () => {
  expect(rendered("{{ '😀' | random }}", () => 0.9)).toBe('😀');
});

test('where there is nothing to take, chance is not asked', () => {
  expect(rendered("{{ [] | random | default('none') }}")).toBe('none');
});

test('without a source of chance, a template that asks for it is refused', () => {
  expect(() => rendered('{{ [1, 2] | random }}')).toThrow('chance');
});

test('lorem ipsum has as many paragraphs as asked for, with so many words', () => {
  const text = rendered('{{ lipsum(n=3, html=false, min=4, max=6) }}', rising());
  const paragraphs = text.split('\n\n');
  expect(paragraphs).toHaveLength(3);
  for (const paragraph of paragraphs) {
    expect(paragraph).toMatch(/^[A-Z].*\.$/);
    expect([4, 5]).toContain(paragraph.split(' ').length);
  }
});

test('lorem ipsum is HTML that is not escaped', () => {
  expect(rendered('{% autoescape true %}{{ lipsum(1) }}{% endautoescape %}', rising())).toMatch(
    /^<p>[^<]*<\/p>$/,
  );
});
