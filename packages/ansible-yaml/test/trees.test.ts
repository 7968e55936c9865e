import { describe, expect, test } from 'vitest';
import { readTrees, Timestamp, UnsafeString, VaultString, YamlFloat, type YamlTree } from '../src/index.ts';

function read(text: string): YamlTree[] | string {
  const result = readTrees(text);
  return result.ok ? result.documents : result.problem.message;
}

describe('documents with the kinds and the order of their keys', () => {
  test('a number and the same digits as text are two keys, in the order of the text', () => {
    expect(read('8443: a\n80: b\n"8443": c\n')).toEqual([
      new Map<YamlTree, YamlTree>([
        [8443, 'a'],
        [80, 'b'],
        ['8443', 'c'],
      ]),
    ]);
  });

  test('nulls, booleans, floats and dates are keys, too', () => {
    expect(read('~: 1\nyes: 2\n1.5: 3\n2020-01-01: 4\n')).toEqual([
      new Map<YamlTree, YamlTree>([
        [null, 1],
        [true, 2],
        [new YamlFloat(1.5, '1.5'), 3],
        [new Timestamp('2020-01-01'), 4],
      ]),
    ]);
  });

  test('a key without a value has null', () => {
    expect(read('{a: , b}')).toEqual([
      new Map([
        ['a', null],
        ['b', null],
      ]),
    ]);
  });

  test('of a key given twice the last value counts', () => {
    expect(read('a: 1\nb: 2\na: 3\n')).toEqual([
      new Map([
        ['a', 3],
        ['b', 2],
      ]),
    ]);
  });

  test('yes and 1 are one key', () => {
    expect(read('yes: 1\n1: 2\nyes: 3\n')).toEqual([new Map([[true, 3]])]);
  });

  test('a control character is refused, as PyYAML does, in a comment, too', () => {
    expect(read('a: 1 # \u0007\n')).toBe('YAML refuses the character U+0007');
  });

  test('each document of a text is read', () => {
    expect(read('---\na\n---\n- 1\n')).toEqual(['a', [1]]);
  });

  test('a text without a document has none', () => {
    expect(read('# nothing\n')).toEqual([]);
  });

  test('what an alias names is copied', () => {
    const [tree] = read('a: &x [1]\nb: *x\n');
    const [one, other] = tree instanceof Map ? [tree.get('a'), tree.get('b')] : [];
    expect([one, other]).toEqual([[1], [1]]);
    expect(one === other).toBe(false);
  });

  test('what is merged comes first, and the first of several mappings wins', () => {
    const [tree] = read('d: 5\nb: 6\n<<: [{a: 1, b: 2}, {b: 3, c: 4}]\n');
    expect([...(tree as Map<YamlTree, YamlTree>)]).toEqual([
      ['b', 6],
      ['c', 4],
      ['a', 1],
      ['d', 5],
    ]);
  });

  test('a block at the end of a text without a line break has none', () => {
    expect(read('a: |\n  x')).toEqual([new Map([['a', 'x']])]);
  });
});

describe('what cannot be read', () => {
  test.each([
    ['a: &x [*x]', 'an alias of what it is in'],
    ['a: =', 'a plain "=" is no value'],
    ['a: <<', 'a plain "<<" is no value'],
    ['[a]: b', 'a key cannot be a list or a mapping'],
  ])('%s', (text, message) => {
    expect(read(text)).toBe(message);
  });

  test('the tags of Ansible are read where they are asked for', () => {
    const text =
      'a: !unsafe "{{ x }}"\nb: !unsafe [y, {k: z}, 1]\nc: plain\nd: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n';
    const result = readTrees(text, { tags: 'ansible' });
    expect(result).toEqual({
      ok: true,
      documents: [
        new Map<string, unknown>([
          ['a', new UnsafeString('{{ x }}')],
          ['b', [new UnsafeString('y'), new Map([['k', new UnsafeString('z')]]), 1]],
          ['c', 'plain'],
          ['d', new VaultString('$ANSIBLE_VAULT;1.1;AES256\n')],
        ]),
      ],
    });
  });

  test('the tags of Ansible are unknown otherwise', () => {
    expect(readTrees('a: !vault x')).toMatchObject({ ok: false, problem: { code: 'unknown-tag' } });
  });

  test('aliases of aliases end before they fill the memory', () => {
    const levels = Array.from({ length: 9 }, (_, level) => {
      const items = Array.from({ length: 9 }, () => (level === 0 ? 'x' : `*a${level - 1}`));
      return `a${level}: &a${level} [${items.join(', ')}]`;
    });
    expect(read(levels.join('\n'))).toBe('too many values');
  });
});
