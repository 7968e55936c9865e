import { expect, test } from 'vitest';
import { createEngine } from '../../../src/engine.ts';
import { variablesOf } from '../../../src/runtime/variables.ts';
import type { Value } from '../../../src/values/value.ts';

function nested(levels: number): Value {
  let value: Value = [1];
  for (let level = 1; level < levels; level++) value = [value];
  return value;
}

const filters = ['tojson', 'pprint', 'string', 'join', 'escape', 'urlize', 'format(1)'];

test.each(filters)('a value that is nested too deep for %s is refused', (filter) => {
  const template = createEngine({ profile: 'jinja2' }).compile(`{{ deep | ${filter} }}`, 'template');
  const deep = nested(100_000);
  expect(() => template.evaluate(variablesOf(new Map([['deep', deep]])))).toThrow(
    'maximum recursion depth exceeded',
  );
});
