import { expect, test } from 'vitest';
import { createEngine } from '../../../src/engine.ts';
import { parseJson } from '../../../src/values/json.ts';
import { str } from '../../../src/values/print.ts';
import { asVariables } from '../../conformance/case.ts';

function rendered(template: string, policies: Readonly<Record<string, unknown>>): string {
  const values = Object.entries(policies).map(
    ([name, value]) => [name, parseJson(JSON.stringify(value))] as const,
  );
  const engine = createEngine({ profile: 'jinja2', policies: new Map(values) });
  return str(engine.compile(template, 'template').evaluate(asVariables(null)));
}

test('the keys of JSON are sorted unless the policy says otherwise', () => {
  const template = "{{ {'b': 1, 'a': [{'d': 2, 'c': 3}]} | tojson }}";
  expect(rendered(template, {})).toBe('{"a": [{"c": 3, "d": 2}], "b": 1}');
  expect(rendered(template, { 'json.dumps_kwargs': { sort_keys: false } })).toBe(
    '{"b": 1, "a": [{"d": 2, "c": 3}]}',
  );
});

test('a text may be longer than it should by what the policy allows', () => {
  const template = "{{ 'one two three' | truncate(11) }}";
  expect(rendered(template, {})).toBe('one two three');
  expect(rendered(template, { 'truncate.leeway': 0 })).toBe('one two...');
});

test('links have the policy of the site', () => {
  const template = "{{ 'http://example.org' | urlize }}";
  const link = (attributes: string): string =>
    `<a href="http://example.org"${attributes}>http://example.org</a>`;
  expect(rendered(template, {})).toBe(link(' rel="noopener"'));
  expect(rendered(template, { 'urlize.rel': 'nofollow noopener' })).toBe(link(' rel="nofollow noopener"'));
  expect(rendered(template, { 'urlize.target': '_blank' })).toBe(link(' rel="noopener" target="_blank"'));
  expect(rendered(template, { 'urlize.rel': null })).toBe(link(''));
});

test('schemes of the policy make links, too', () => {
  expect(rendered("{{ 'tel:112' | urlize }}", { 'urlize.extra_schemes': ['tel:'] })).toContain(
    'href="tel:112"',
  );
  expect(rendered("{{ 'tel:112' | urlize }}", {})).toBe('tel:112');
});
