import { describe, expect, test } from 'vitest';
import { type Part, readYaml, type YamlPath } from '../src/index.ts';

/** The text at a place, with its line breaks. */
function textAt(text: string, path: YamlPath, part?: Part): string {
  const result = readYaml(text);
  if (!result.ok) throw new Error(result.problem.message);
  const { start, end } = result.document.locate(path, part);
  const lines = text.split('\n').slice(start.line - 1, end.line);
  const last = lines.pop() ?? '';
  const kept = [...lines, last.slice(0, end.column - 1)];
  kept[0] = (kept[0] ?? '').slice(start.column - 1);
  return kept.join('\n');
}

const text = `---
# services
tcp:
  - name: mysql   # the shop
    port:  3306
    servers: [{name: "a", port: 1}, {name : 'b' , port: 2 }]
  -
  - name: |
      two
      lines

    port: !!str 1
  - &item
    name: plain over
      two lines
    empty:
    after: x
base: &base {mode: tcp, list: [1, 2]}
merged:
  <<: *base
  own: yes
alias: *base
pairs: [p: 1, q]
`;

describe('the place of a value', () => {
  test.each<[YamlPath, string]>([
    [['tcp', 0, 'name'], 'mysql'],
    [['tcp', 0, 'port'], '3306'],
    [['tcp', 0, 'servers', 0], '{name: "a", port: 1}'],
    [['tcp', 0, 'servers', 0, 'name'], '"a"'],
    [['tcp', 0, 'servers', 1, 'name'], "'b'"],
    [['tcp', 0, 'servers', 1, 'port'], '2'],
    [['tcp', 1], '-'],
    [['tcp', 2, 'name'], '|\n      two\n      lines'],
    [['tcp', 2, 'port'], '!!str 1'],
    [['tcp', 3, 'name'], 'plain over\n      two lines'],
    [['tcp', 3, 'empty'], ''],
    [['tcp', 3, 'after'], 'x'],
    [['base'], '&base {mode: tcp, list: [1, 2]}'],
    [['merged', 'own'], 'yes'],
    [['merged', 'mode'], 'tcp'],
    [['merged'], '<<: *base\n  own: yes'],
    [['alias'], '*base'],
    [['alias', 'list', 1], '2'],
    [['pairs', 0, 'p'], '1'],
    [['pairs', 1], 'q'],
  ])('%j', (path, expected) => {
    expect(textAt(text, path)).toBe(expected);
  });

  test('that is missing is that of what should hold it', () => {
    expect(textAt(text, ['merged', 'nowhere', 3])).toBe(textAt(text, ['merged']));
    expect(textAt(text, ['tcp', 9])).toBe(textAt(text, ['tcp']));
  });

  test('in an empty file is its beginning', () => {
    const result = readYaml('');
    expect(result.ok && result.document.locate(['a'])).toEqual({
      start: { line: 1, column: 1 },
      end: { line: 1, column: 1 },
    });
  });

  test('counts a byte order mark and carriage returns as an editor does', () => {
    const result = readYaml('\uFEFFa: 1\r\nb: 2\r\n');
    expect(result.ok && result.document.locate(['a']).start).toEqual({ line: 1, column: 5 });
    expect(result.ok && result.document.locate(['b']).start).toEqual({ line: 2, column: 4 });
  });
});

test.each<[YamlPath, string]>([
  [['tcp'], 'tcp'],
  [['tcp', 0, 'port'], 'port'],
  [['tcp', 0, 'servers', 1, 'name'], 'name'],
  [['tcp', 3, 'empty'], 'empty'],
  [['merged', 'mode'], 'mode'],
  [['pairs', 0, 'p'], 'p'],
])('the place of a key: %j', (path, expected) => {
  expect(textAt(text, path, 'key')).toBe(expected);
});
