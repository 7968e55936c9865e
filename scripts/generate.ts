// Writes every file that is made from packages/schema/haproxy.schema.json.
// `--check` writes nothing, names each file that differs and exits with 1.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argumentSpecs } from './generate/argument-specs.ts';
import { diagnostics } from './generate/diagnostics.ts';
import { reference } from './generate/reference.ts';
import { roleDefaults } from './generate/role-defaults.ts';
import { roleSchema } from './generate/role-schema.ts';
import { roleVars } from './generate/role-vars.ts';
import { type Output, readSchema } from './generate/schema.ts';
import { types } from './generate/types.ts';
import { validator } from './generate/validate.ts';

const root = join(import.meta.dirname, '..');

async function outputs(): Promise<Output[]> {
  const schema = readSchema(root);
  return [
    ...validator(schema, root),
    await types(schema),
    roleDefaults(schema),
    roleVars(schema),
    argumentSpecs(schema),
    roleSchema(root),
    reference(schema),
    diagnostics(),
  ];
}

function differs(output: Output): boolean {
  try {
    return readFileSync(join(root, output.path), 'utf8') !== output.text;
  } catch {
    return true;
  }
}

function write(output: Output): void {
  const file = join(root, output.path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, output.text);
}

const stale = (await outputs()).filter(differs);
const checking = process.argv.includes('--check');
for (const output of stale) {
  if (!checking) write(output);
  console.log(checking ? `${output.path} differs from the schema; run: npm run generate` : output.path);
}
process.exitCode = checking && stale.length > 0 ? 1 : 0;
