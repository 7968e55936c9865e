import { describe, expect, test } from 'vitest';
import {
  OtherValue,
  readYaml,
  VaultString,
  type YamlDocument,
  YamlFloat,
  type YamlProblem,
} from '../src/index.ts';

function documentOf(text: string): YamlDocument {
  const result = readYaml(text);
  if (!result.ok) throw new Error(result.problem.message);
  return result.document;
}

function problemOf(text: string): YamlProblem {
  const result = readYaml(text, { file: 'vars.yaml' });
  if (result.ok) throw new Error(`read ${JSON.stringify(text)}`);
  return result.problem;
}

/** Lists of aliases of the list before. */
const bomb = (lists: number, items: number) =>
  Array.from({ length: lists }, (_, at) => {
    const item = at === 0 ? 'x' : `*x${at - 1}`;
    return `x${at}: &x${at} [${Array(items).fill(item).join(', ')}]\n`;
  }).join('');

describe('a document', () => {
  test.each([[''], ['---\n'], ['# only a comment\n']])('that is empty holds null: %j', (text) => {
    expect(documentOf(text).value).toBeNull();
  });

  test('may have aliases that make many values, and lists that hold themselves', () => {
    expect(documentOf(bomb(5, 9)).value).toHaveProperty('x4');
    expect(documentOf('a: &a [1, *a, *a]\n').value).toHaveProperty('a');
  });

  test('may end with dots', () => {
    expect(documentOf('a: 1\n...\n').value).toEqual({ a: 1 });
  });

  test('merges mappings, its own keys first', () => {
    const text = 'x: &x {k: 1, l: 2}\ny: &y {k: 3, m: 4}\nz:\n  <<: [*x, *y]\n  l: 5\n';
    expect(documentOf(text).value).toMatchObject({ z: { k: 1, l: 5, m: 4 } });
  });

  describe('of several merged mappings', () => {
    const anchors =
      'x: &x {kk: 1, l: {m: [1]}}\ny: &y {kk: 3, l: {m: [1]}}\nl: &list [*x, *y]\nf: &f {<<: *x, kk: 2}\n';

    // What counts up to 6.0.3 and since was seen with both releases.
    test.each([
      ['a key with other values', 'z: {<<: [*x, *y]}\n', ['5:14 kk 5:10']],
      ['by an alias of the list', 'z: {<<: *list}\n', ['3:15 kk 3:11']],
      ['deep in a list', 'z: [{a: [{<<: [*x, *y]}]}]\n', ['5:20 kk 5:16']],
      ['several "<<", with a key that came already', 'z: {<<: *f, <<: *x}\n', ['5:9 kk 5:17']],
      ['several "<<", as ever', 'z: {<<: *x, <<: *y}\n', []],
      ['layers, of which the upper one merges the lower', 'z: {<<: [*f, *x]}\n', []],
      ['a key of the mapping itself', 'z: {<<: [*x, *y], kk: 5}\n', []],
      ['one alone', 'z: {<<: *x}\n', []],
      ['a quoted "<<"', 'z: {"<<": [*x, *y]}\n', []],
      ['a key of one character', 'a: &a {k: 1}\nb: &b {k: 2}\nz: {<<: [*a, *b]}\n', []],
    ])('%s', (_what, text, expected) => {
      const found = documentOf(anchors + text).ambiguous.map(({ problem: { message, range, related } }) => {
        const [since, before] = [range, related?.range].map((at) => `${at?.start.line}:${at?.start.column}`);
        return `${since} ${message.split(' ')[0]} ${before}`;
      });
      expect(found).toEqual(expected);
    });

    test('say where the mapping stands', () => {
      const [found] = documentOf(`${anchors}z: [{a: [{<<: [*x, *y]}]}]\n`).ambiguous;
      expect(found?.path).toEqual(['z', 0, 'a', 0]);
    });
  });

  test('may have any number of merges', () => {
    const items = Array.from({ length: 3000 }, (_, index) => `  - {<<: *s, name: w${index}}\n`);
    const { value } = documentOf(`s: &s {a: 1, b: 2, c: 3, d: 4}\nz:\n${items.join('')}`);
    expect(value).toMatchObject({ z: { length: 3000 } });
  });

  test.each([
    ['!!binary aGVsbG8=', '!!binary'],
    ['!!set {x, y}', '!!set'],
    ['!!omap [x: 1]', '!!omap'],
    ['!!pairs [x: 1, x: 2]', '!!pairs'],
  ])('reads %s as Ansible does, and says that it is something else', (text, tag) => {
    const document = documentOf(`a: ${text}\nb: 1\n`);
    expect(document.value).toEqual({ a: new OtherValue(tag), b: 1 });
    expect(document.locate(['b']).start).toEqual({ line: 2, column: 4 });
  });

  test('takes the last of several "<<" in a mapping', () => {
    const anchors = 'x: &x {k: 1, l: 2}\ny: &y {k: 3, m: 4}\nw: &w {k: 5}\n';
    const z = (text: string) => documentOf(`${anchors}z: ${text}\n`);
    expect(z('{<<: *x, <<: *y}').value).toMatchObject({ z: { k: 3, l: 2, m: 4 } });
    expect(z('{<<: *y, <<: *x}').value).toMatchObject({ z: { k: 1 } });
    expect(z('{<<: *x, k: 9, <<: *y}').value).toMatchObject({ z: { k: 9 } });
    expect(z('{<<: *w, <<: [*x, *y]}').value).toMatchObject({ z: { k: 1 } });
    expect(z('{<<: *x, <<: *y}').locate(['z', 'k']).start).toEqual({ line: 2, column: 11 });
  });

  test('takes a quoted "<<" for a key', () => {
    expect(documentOf('"<<": 1\n').value).toEqual({ '<<': 1 });
  });

  test.each([
    ['- {b: "{{ c }}"}\n', [{ b: '{{ c }}' }]],
    ['a:\n  {b: "{{ c }}"}\n', { a: { b: '{{ c }}' } }],
    ['a: {b: "{{ c }}"}\n', { a: { b: '{{ c }}' } }],
  ])('holds quoted templates in flow style: %j', (text, value) => {
    expect(documentOf(text).value).toEqual(value);
  });

  test('takes a tag on a line of its own', () => {
    const text = 'a: !unsafe\n  1.5\nb: !unsafe\n  "{{ x }}"\nc: !!str\n  1.5\n';
    expect(documentOf(text).value).toEqual({ a: new YamlFloat(1.5, '1.5'), b: '{{ x }}', c: '1.5' });
  });

  test('keeps __proto__ as a key of its own', () => {
    const value = documentOf('a:\n  __proto__: {polluted: true}\n').value as { a: object };
    expect(Object.keys(value.a)).toEqual(['__proto__']);
    expect((value.a as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('keeps __proto__ as a key of its own beside an unsafe value', () => {
    const value = documentOf('a:\n  __proto__: !unsafe "{{ x }}"\n').value as { a: object };
    expect(Object.getOwnPropertyDescriptor(value.a, '__proto__')?.value).toBe('{{ x }}');
  });

  test('holds a vaulted value that does not print its ciphertext', () => {
    const { secret } = documentOf('secret: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  6162\n').value as {
      secret: VaultString;
    };
    expect(secret).toBeInstanceOf(VaultString);
    expect(secret.ciphertext).toBe('$ANSIBLE_VAULT;1.1;AES256\n6162\n');
    expect(`${secret}`).not.toContain('6162');
  });
});

describe('unresolved places', () => {
  test('are templates and vaulted values, but not unsafe strings', () => {
    const text = [
      'port: "{{ base + 1 }}"',
      'list: [plain, "{% if x %}", {k: "{# c #}"}]',
      'secret: !vault secret',
      'raw: !unsafe "{{ kept }}"',
      'deep: !unsafe [a, {k: "{{ kept }}"}]',
    ].join('\n');
    const document = documentOf(text);
    expect(document.unresolved()).toEqual([['port'], ['list', 1], ['list', 2, 'k'], ['secret']]);
    expect(document.unsafe()).toEqual([['raw'], ['deep', 0], ['deep', 1, 'k']]);
    expect(document.value).toMatchObject({ raw: '{{ kept }}', deep: ['a', { k: '{{ kept }}' }] });
  });

  test.each(['a: "\\x7b{ x }}"', 'a: "{\\u007B x }}"', 'a: "{\\\n  { x }}"', 'a: |\n  {{ x }}'])(
    'are found in %j',
    (text) => {
      expect(documentOf(`${text}\n`).unresolved()).toEqual([['a']]);
    },
  );

  test.each(['!<!unsafe> "{{ x }}"', '!uns%61fe "{{ x }}"', '!u!safe "{{ x }}"'])(
    'are none under a tag that is written another way: %s',
    (value) => {
      const document = documentOf(`%TAG !u! !un\n---\na: ${value}\n`);
      expect(document.value).toEqual({ a: '{{ x }}' });
      expect(document.unresolved()).toEqual([]);
      expect(document.unsafe()).toEqual([['a']]);
    },
  );

  test('end, though a list holds itself', () => {
    expect(documentOf('a: &a [*a, "{{ x }}"]\n').unresolved()).toEqual([['a', 1]]);
    expect(documentOf('a: &a !unsafe [*a, "{{ x }}"]\n').unsafe()).toEqual([['a', 1]]);
  });
});

describe('keys that are given twice', () => {
  test.each([
    ['a: 1\nb: 2\na: 3\n', { a: 3, b: 2 }, ['3:1 a, first 1:1']],
    ['l:\n  - {port: 1, "port": 2}\n', { l: [{ port: 2 }] }, ['2:15 "port", first 2:6']],
    ['yes: 1\ntrue: 2\n1: 3\n', { true: 2, 1: 3 }, ['2:1 true, first 1:1', '3:1 1, first 1:1']],
    [
      'a:\nb: {c: 1, c: 2}\na: [{d: 3, d: 4}]\na: 5\n',
      { a: 5, b: { c: 2 } },
      ['2:11 c, first 2:5', '3:1 a, first 1:1', '3:12 d, first 3:6', '4:1 a, first 1:1'],
    ],
    ['? a\n? a\n', { a: null }, ['2:3 a, first 1:3']],
    ['\uFEFFa: 1\na: 2\n', { a: 2 }, ['2:1 a, first 1:2']],
    // What another one overrides, and what is another key to Python, is none.
    [
      'x: &x {a: 1}\ny: &y {a: 2}\nz:\n  <<: *x\n  <<: *y\n  a: 3\n',
      { x: { a: 1 }, y: { a: 2 }, z: { a: 3 } },
      [],
    ],
    ['1: a\n"1": b\n', { 1: 'b' }, []],
  ])('of %j the last one counts', (text, value, expected) => {
    const document = documentOf(text);
    expect(document.value).toEqual(value);
    const places = document.duplicates.map(({ message, range: { start }, related }) => {
      const [, key] = /^the key (.*) is given twice$/.exec(message) ?? [];
      const first = related?.range.start;
      return `${start.line}:${start.column} ${key}, first ${first?.line}:${first?.column}`;
    });
    expect(places).toEqual(expected);
  });

  test('are located at the last one', () => {
    expect(documentOf('a: 1\nb: 2\na: [3]\n').locate(['a', 0]).start).toEqual({ line: 3, column: 5 });
  });
});

describe('a line', () => {
  // YAML 1.1, section 4.2. Editors show one line.
  test.each(['\u0085', '\u2028', '\u2029'])('ends with %j', (end) => {
    const text = `# c${end}a: 1 # d${end}b: "x${end}  y"\n`;
    const document = documentOf(text);
    expect(document.value).toEqual({ a: 1, b: 'x y' });
    expect(document.locate(['b'], 'key').start).toEqual({ line: 1, column: 14 });
  });
});

describe('a problem', () => {
  test.each([
    // What keeps a text from being read is told, whatever else there is.
    ['a: 1\na: 2\n---\nb: 3\n', 'several-documents', 3, 1, 'second document'],
    ['a: 1\na: 2\nb: "c\n', 'malformed-yaml', 3, 4, 'quote'],
    ['a: 1\n---\nb: 2\n', 'several-documents', 2, 1, 'second document'],
    ['a: 1\n---\n', 'several-documents', 2, 1, 'second document'],
    ['a:\n\t- 1\n', 'malformed-yaml', 2, 1, 'tab'],
    ['a: !secret x\n', 'unknown-tag', 1, 4, '!secret'],
    ['a: {{ port }}\n', 'unquoted-template', 1, 4, '{{'],
    ['a: {{ base }}/path\n', 'unquoted-template', 1, 14, '{{'],
    ['a: b: c\n', 'malformed-yaml', 1, 5, 'colon'],
    ['a: 1\n  b: 2\n', 'malformed-yaml', 2, 4, 'indentation'],
    ['a:\n  b: 1\n c: 2\n', 'malformed-yaml', 3, 2, 'indentation'],
    ['a: *b\n', 'malformed-yaml', 1, 4, 'alias "b"'],
    ['a: "b\n', 'malformed-yaml', 1, 4, 'quote'],
    ["a: [1, 'b\nc: 2\n", 'malformed-yaml', 1, 8, 'quote'],
    ['a: [1,\n  2\n # c\n', 'malformed-yaml', 1, 4, 'bracket'],
    ['a: [1, 2\nb: 3\n', 'malformed-yaml', 2, 1, 'bracket'],
    ['a: %b\n', 'malformed-yaml', 1, 4, 'cannot begin with %'],
    ['a: - b\n', 'malformed-yaml', 1, 4, 'list'],
    ['a: "b" c\n', 'malformed-yaml', 1, 8, 'closing quote'],
    ['a: "\\q"\n', 'malformed-yaml', 1, 6, 'backslash'],
    ['[a]: 1\n', 'malformed-yaml', 1, 1, 'key cannot be'],
    ['a: !!int x\n', 'malformed-yaml', 1, 4, '!!int'],
    ['a: !vault 12\n', 'malformed-yaml', 1, 4, '!vault'],
    ['a: !!int\n  x\n', 'malformed-yaml', 1, 4, '!!int'],
    ['a: !!int\n  5\n', 'malformed-yaml', 1, 4, '!!int'],
    // In a comment, too.
    [`a: ${'['.repeat(101)}`, 'malformed-yaml', 1, 103, '100 lists'],
    [`b: 1\n${bomb(9, 9)}`, 'malformed-yaml', 8, 1, 'aliases in x6'],
    ['a: 1\n# \u0007\n', 'malformed-yaml', 2, 3, 'U+0007'],
    ['a: 1 # \uFFFF\n', 'malformed-yaml', 1, 8, 'U+FFFF'],
    ['a: 1\u2028b: "\u0080"\n', 'malformed-yaml', 1, 10, 'U+0080'],
    // A byte that is no UTF-8, as Python has it.
    ['# 😀 caf\uDCE9\na: 1\n', 'malformed-yaml', 1, 9, 'UTF-8'],
    ['\uDCFF\uDCFEa\u0000', 'malformed-yaml', 1, 1, 'UTF-8'],
  ])('in %j is %s at %i:%i', (text, code, line, column, words) => {
    const problem = problemOf(text);
    expect({ code: problem.code, ...problem.range.start }).toEqual({ code, line, column });
    expect(problem.message).toContain(words);
    expect(problem.hint).not.toBe('');
    expect(problem.file).toBe('vars.yaml');
  });

  test.each([
    ['a: "b\nc: "d"\n', '2:5', '1:4'],
    ['a:\n  - {b: 1\n  - {b: 2}\n', '3:3', '2:5'],
    ['- a: "b\n  c: 1\n- d: "e"\n', '3:7', '1:6'],
    ["a:\n  - b: 'c\n    d: 1\n  - {e: '3'}\n", '4:10', '2:8'],
    ['a: [1, 2\nb: [3]\n', '2:1', '1:4'],
    // In one line both are seen.
    ['a: "b" c\n', '1:8', undefined],
    ['a: [1, [2}]\n', '1:10', undefined],
  ])('in %j at %s leads to what is opened at %s', (text, place, opened) => {
    const { range, related } = problemOf(text);
    const [at, from] = [range, related?.range].map((one) => one && `${one.start.line}:${one.start.column}`);
    expect([at, from]).toEqual([place, opened]);
    expect(related?.file).toBe(opened && 'vars.yaml');
  });

  test('in a file that begins with a byte order mark counts the mark', () => {
    expect(problemOf('\uFEFFa: b: c\n').range.start).toEqual({ line: 1, column: 6 });
  });
});

describe('a scalar that PyYAML cannot read', () => {
  test.each([
    ['a: 0b_\n', '1:4-1:7 a number without digits'],
    ['a: [1, 0x_]\n', '1:8-1:11 a number without digits'],
    ['a:\n  since: 2001-02-30 # no\n', '2:10-2:20 there is no such date'],
    ['a: 2001-01-01 25:00:00\n', '1:4-1:23 there is no such date'],
    ['a: =\n', '1:4-1:5 a plain = is no value'],
    ['a: [x, <<]\n', '1:8-1:10 a plain << is no value'],
  ])('is told: %j', (text, expected) => {
    const result = readYaml(text);
    if (result.ok) throw new Error('it was read');
    const { message, range } = result.problem;
    const [start, end] = [range.start, range.end].map(({ line, column }) => `${line}:${column}`);
    expect(`${start}-${end} ${message}`).toBe(expected);
  });

  test.each(['=: 1\n', 'a: "="\n', 'a: a = b\n', 'a: 2000-02-29\n', 'a: 2001-01-01 23:59:59 +23:59\n'])(
    'is none of: %j',
    (text) => {
      expect(readYaml(text).ok).toBe(true);
    },
  );
});
