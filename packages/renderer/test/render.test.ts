import { describe, expect, test } from 'vitest';
import { RenderError, render } from '../src/index.ts';

const nothing = { name: 'test.j2', load: () => undefined };

describe('the #jinja2: header', () => {
  test('sets the whitespace options and is not part of the text', () => {
    const template = '#jinja2: trim_blocks: False, lstrip_blocks: True\n  {% if true %}\nx\n  {% endif %}\n';
    expect(render(template, {}, nothing)).toBe('\nx\n');
  });

  test('is optional: Ansible trims blocks and keeps blanks before them', () => {
    expect(render('a\n  {% if true %}\nx\n{% endif %}\n', {}, nothing)).toBe('a\n  x\n');
  });

  test.each([
    ['line_statement_prefix: #', /quoted text instead of #/],
    ['trim_blocks: maybe', /True or False instead of maybe/],
    ['extensions: True', /'extensions'; it may set block_start_string/],
    ['', /Empty/],
  ])('refuses "%s" instead of ignoring it', (option, says) => {
    expect(() => render(`#jinja2: ${option}\n`, {}, nothing)).toThrow(says);
  });
});

test('a text ends with a newline as its template does, also after a block', () => {
  expect(render('{% if true %}x{% endif %}\n', {}, nothing)).toBe('x\n');
  expect(render('{% if true %}x{% endif %}', {}, nothing)).toBe('x');
});

test('an included template loses its last newline, the main one keeps it', () => {
  const load = (name: string) => (name === 'part.j2' ? 'part\n' : undefined);
  expect(render('[{% include "part.j2" %}]\n', {}, { name: 'main.j2', load })).toBe('[part]\n');
});

test('a missing variable is an error that names the template and the place', () => {
  expect(() => render('{{ missing }}', {}, nothing)).toThrow(RenderError);
  expect(() => render('{{ missing }}', {}, nothing)).toThrow(/^test\.j2:1:4: 'missing' is undefined/);
});

test('a missing template is an error that names it', () => {
  expect(() => render('{% include "part.j2" %}', {}, nothing)).toThrow(/there is no template 'part\.j2'/);
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

test('a name that is nearly right is named', () => {
  const hint = (template: string, variables: Record<string, unknown>): string | undefined => {
    try {
      render(template, variables, nothing);
    } catch (error) {
      if (error instanceof RenderError) return error.hint;
    }
    return 'nothing was wrong';
  };
  expect(hint('{{ prot }}', { port: 1 })).toBe('did you mean port?');
  expect(hint('{{ foo }}', { now: 1 })).toBeUndefined();
  expect(hint('{{ server.adress }}', { server: { address: 'x' } })).toBe('did you mean address?');
  expect(hint("{{ 'a' | to_jsn }}", {})).toBe('did you mean to_json?');
  expect(hint("{{ 'a' is defind }}", {})).toBe('did you mean defined?');
  expect(hint('{{ zzz }}', { port: 1 })).toBeUndefined();
});

test('an error in an included template says who included it', () => {
  const load = (name: string) => (name === 'part.j2' ? '\n  {{ missing }}' : undefined);
  const options = { name: 'main.j2', load };
  const error = (() => {
    try {
      return render('a\n{% include "part.j2" %}', {}, options);
    } catch (thrown) {
      return thrown;
    }
  })();
  expect(error).toMatchObject({
    template: 'part.j2',
    line: 2,
    column: 6,
    text: '  {{ missing }}',
    includedFrom: [{ template: 'main.j2', line: 2 }],
  });
});

test.each([
  ['a macro that calls itself', '{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}'],
  ['a template that includes itself', '{% include "self.j2" %}'],
])('%s is an error', (_, template) => {
  const load = () => '{% include "self.j2" %}';
  expect(() => render(template, {}, { name: 'test.j2', load })).toThrow(/itself without an end/);
});

test("nothing of JavaScript's own objects can be seen", () => {
  const hidden = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype'];
  const objects = ['""', '[]', '{}', '1', 'range', 'x', 'loop', '"".upper', 'namespace()'];
  const template = hidden
    .flatMap((name) => [
      `{{ ${name} is defined }}`,
      ...objects.map((one) => `{{ (${one}).${name} is defined }}{{ (${one})["${name}"] is defined }}`),
    ])
    .join('');
  const text = render(`{% for i in [1] %}${template}{% endfor %}.`, { x: { a: 1 } }, nothing);
  expect(text.replaceAll('False', '')).toBe('.');
});
