import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { argumentSpecs } from '../../../scripts/generate/argument-specs.ts';
import { reference } from '../../../scripts/generate/reference.ts';
import { roleDefaults } from '../../../scripts/generate/role-defaults.ts';
import { readSchema } from '../../../scripts/generate/schema.ts';
import { types } from '../../../scripts/generate/types.ts';
import { validator } from '../../../scripts/generate/validate.ts';

const root = join(import.meta.dirname, '../../..');

test('every generated file is what the schema gives', () => {
  const options = ['--import', 'tsx', '--conditions=@nodeport-haproxy/source'];
  const output = execFileSync(process.execPath, [...options, 'scripts/generate.ts', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(output).toBe('');
});

describe('a variable that is added to the schema', () => {
  const schema = readSchema(root);
  const description = 'Where the unit test lives.';
  schema.properties = {
    ...schema.properties,
    haproxy_added: { title: 'Added', description, type: 'string', default: 'here' },
  };

  test.each([
    ['the defaults', async () => roleDefaults(schema).text, `# ${description}\nhaproxy_added: here\n`],
    [
      'the argument specification',
      async () => argumentSpecs(schema).text,
      `haproxy_added:\n        description: >-\n          ${description}\n`,
    ],
    ['the reference', async () => reference(schema).text, '\n## haproxy_added\n'],
    ['the types', async () => (await types(schema)).text, 'haproxy_added?: string;'],
    ['the validator', async () => validator(schema, root)[0]?.text, 'data.haproxy_added'],
  ])('is in %s', async (_what, generate, expected) => {
    expect(await generate()).toContain(expected);
  });
});
