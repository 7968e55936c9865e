import { expect, test } from 'vitest';
import schema from '../haproxy.schema.json' with { type: 'json' };

test('patterns have nothing that only some regular expressions know: RE2, which Go has, reads no lookaround', () => {
  const patterns: string[] = [];
  JSON.stringify(schema, (key, value) => {
    if (key === 'pattern') patterns.push(value);
    return value;
  });
  expect(patterns).not.toEqual([]);
  expect(patterns.filter((pattern) => /\(\?[=!<]|\\[1-9kpP]/.test(pattern))).toEqual([]);
});
