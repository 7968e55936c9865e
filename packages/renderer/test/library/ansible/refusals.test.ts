import { describe, expect, test } from 'vitest';
import { byRenderer } from './ansible-case.ts';

const refusal = (template: string): string => {
  const outcome = byRenderer(template, '{}');
  return 'error' in outcome ? outcome.error : `it gave ${outcome.text}`;
};

describe('what asks for more than the variables', () => {
  test.each([
    "{{ '/etc' is directory }}",
    "{{ '/etc/passwd' is ansible.builtin.file }}",
    "{{ '/etc/*' | fileglob }}",
    "{{ '/a/../b' | realpath }}",
    "{{ '~/x' | expanduser }}",
    "{{ '$HOME/x' | expandvars }}",
    "{{ '/a' | relpath }}",
    "{{ 'x' | vault('secret') }}",
    "{{ '$ANSIBLE_VAULT;1.1;AES256\\n00' | unvault('secret') }}",
  ])('is refused: %s', (template) => {
    expect(refusal(template)).toMatch(/which rendering does not read|relpath|decrypt/);
  });

  test('is not asked for where it would change nothing', () => {
    expect(byRenderer("{{ 'a~b' | expanduser }} {{ 'a$' | expandvars }} {{ '/' | realpath }}", '{}')).toEqual(
      {
        text: 'a~b a$ /',
      },
    );
    expect(byRenderer("{{ 'a/b' | relpath('a/c') }}", '{}')).toEqual({ text: '../b' });
  });
});

describe('what is too much', () => {
  test('a pattern that explodes is told', () => {
    expect(refusal("{{ ('a' * 60 ~ '!') | regex_search('(a+)+$') }}")).toMatch(/takes too long/);
  }, 60_000);

  test('a product that no memory holds is told', () => {
    expect(refusal('{{ range(1000) | product(repeat=9) }}')).toMatch(/too long/);
    expect(refusal('{{ range(60) | permutations }}')).toMatch(/too long/);
    expect(refusal('{{ [1] | batch(10 ** 12, 0) }}')).toMatch(/too long/);
    expect(refusal('{{ [1] | slice(10 ** 12) }}')).toMatch(/too long/);
    expect(refusal('{{ range(10 ** 12) | list }}')).toMatch(/too long/);
    expect(refusal('{{ range(60) | combinations(30) }}')).toMatch(/too long/);
  });

  test('a list that is nested too deep is told', () => {
    const nested =
      '{% set ns = namespace(x=[1]) %}{% for i in range(2000) %}{% set ns.x = [ns.x] %}{% endfor %}';
    expect(refusal(`${nested}{{ ns.x | flatten }}`)).toMatch(/maximum recursion depth/);
    expect(refusal(`${nested}{{ [ns.x] | union([ns.x]) }}`)).toMatch(/maximum recursion depth/);
  });
});

describe("an error says what Ansible's says", () => {
  test.each([
    ['{{ zz | mandatory }}', "Mandatory variable 'zz' not defined."],
    ["{{ zz | mandatory('give it a name') }}", 'give it a name'],
    ["{{ 'a(' | regex_replace('(', '') }}", 'missing ), unterminated subpattern at position 0'],
    ["{{ 'a' | regex_replace('a', '\\\\1') }}", 'invalid group reference 1 at position 1'],
    ["{{ [{'n': 1}, {'n': 1}] | rekey_on_member('n') }}", 'Key 1 is not unique, cannot convert to dict.'],
    [
      "{{ '1.x' is version('1.0', '<') }}",
      "Version comparison failed: '<' not supported between instances of 'str' and 'int'",
    ],
    ["{{ 'x' | comment('sql') }}", "Invalid style 'sql'."],
    ['{{ 5 is failed }}', "The 'failed' test expects a dictionary"],
    ["{{ 'x' | hash('sha9') }}", 'unsupported hash type sha9'],
  ])('%s', (template, words) => {
    expect(refusal(template)).toBe(words);
  });
});

test('nothing of JavaScript can be reached by a name', () => {
  for (const name of ['__proto__', 'constructor', 'toString'])
    expect(
      byRenderer(
        `{{ '${name}' | extract({'a': 1}) | default('no') }} {{ {'a': 1} | combine({'${name}': 2}) }}`,
        '{}',
      ),
    ).toEqual({
      text: `no {'a': 1, '${name}': 2}`,
    });
  expect(refusal("{{ 'a' | regex_search('(?P<constructor>a)', '\\\\g<toString>') }}")).toBe('no such group');
});

test('every filter and test has its name with the collection', () => {
  expect(
    byRenderer(
      "{{ 'a,b' | ansible.builtin.split(',') | ansible.legacy.to_json }} {{ 'a' is ansible.builtin.match('a') }}",
      '{}',
    ),
  ).toEqual({ text: '["a", "b"] True' });
});

test('chance is the one that the renderer is given', () => {
  expect(
    byRenderer("{{ [1, 2, 3, 4] | random }} {{ 10 | random(start=4) }} {{ ['a', 'b'] | shuffle }}", '{}'),
  ).toEqual({
    text: "3 7 ['a', 'b']",
  });
});
