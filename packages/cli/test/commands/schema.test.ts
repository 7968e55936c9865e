import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { run } from '../run.ts';

test('the schema is printed as the project has it, and is one', async () => {
  const { stdout, exitCode } = await run('nodeport', '.', ['schema']);
  const file = fileURLToPath(import.meta.resolve('@nodeport-haproxy/schema/haproxy.schema.json'));
  expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  expect(new Ajv2020({ strict: false }).validateSchema(JSON.parse(stdout))).toBe(true);
  expect(exitCode).toBe(0);
});
