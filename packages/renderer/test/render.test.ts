import { describe, expect, test } from 'vitest';
import { RenderError, render } from '../src/index.ts';

const nothing = { name: 'test.j2', load: () => undefined };

describe('the #jinja2: header', () => {
  test('sets the whitespace options and is not part of the text', () => {
    const template = '#jinja2: trim_blocks: False, lstrip_blocks: True\n  {% if true %}\nx\n  {% endif %}\n';
    expect(render(template, {}, nothing)).toBe('\nx\n\n');
  });

  test('is optional: Ansible trims blocks and keeps blanks before them', () => {
    expect(render('a\n  {% if true %}\nx\n{% endif %}\n', {}, nothing)).toBe('a\n  x\n');
  });

  test.each(['line_statement_prefix: #', 'trim_blocks: maybe'])(
    'refuses %s instead of ignoring it',
    (option) => {
      expect(() => render(`#jinja2: ${option}\n`, {}, nothing)).toThrow(
        /may set trim_blocks and lstrip_blocks/,
      );
    },
  );
});

test('a text ends with a newline as its template does, also after a block', () => {
  expect(render('{% if true %}x{% endif %}\n', {}, nothing)).toBe('x\n');
  expect(render('{% if true %}x{% endif %}', {}, nothing)).toBe('x');
});

test('an included template loses its last newline, the main one keeps it', () => {
  const load = (name: string) => (name === 'part.j2' ? 'part\n' : undefined);
  expect(render('[{% include "part.j2" %}]\n', {}, { name: 'main.j2', load })).toBe('[part]\n');
});

test('a missing variable is an error that names the template', () => {
  expect(() => render('{{ missing }}', {}, nothing)).toThrow(RenderError);
  expect(() => render('{{ missing }}', {}, nothing)).toThrow(/^test\.j2: /);
});

test('a missing template is an error that names it', () => {
  expect(() => render('{% include "part.j2" %}', {}, nothing)).toThrow(/there is no template "part\.j2"/);
});

test('combine lets the later mapping win', () => {
  expect(render('{{ (a | combine(b)).x }}', { a: { x: 1 }, b: { x: 2 } }, nothing)).toBe('2');
});

test('comment puts every line behind a hash', () => {
  expect(render('{{ "one\n\ntwo" | comment }}', {}, nothing)).toBe('#\n# one\n#\n# two\n#');
});

test('nothing is escaped as if it were HTML', () => {
  expect(render('{{ text }}', { text: '<&>' }, nothing)).toBe('<&>');
});
