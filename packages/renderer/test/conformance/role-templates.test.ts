import { readFileSync, writeFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileForAnsible } from '../../src/ansible/template.ts';
import { templatedVariables } from '../../src/ansible/templated-variables.ts';
import { parseJson } from '../../src/values/json.ts';
import { oracle } from '../oracle/oracle.ts';
import { asVariables } from './case.ts';
import { invented } from './roles/invent.ts';
import { hasCollections, type RoleTemplate, roleTemplates } from './roles/role-template.ts';

// The made-up variables, by template: the fewest with which Ansible renders it, and one for every name that it uses.
// RECORD=1 makes them up again, which takes minutes.
const record = new URL('roles/generated/invented.json', import.meta.url);

type Invented = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

describe.skipIf(!hasCollections)('templates of roles that others wrote', () => {
  test('are rendered as Ansible renders them', { timeout: 600_000 }, () => {
    const roles = roleTemplates();
    if (process.env.RECORD === '1') writeFileSync(record, `${JSON.stringify(makeUp(roles), null, 1)}\n`);
    const known: Invented = JSON.parse(readFileSync(record, 'utf8'));
    const cases = roles.flatMap((role) =>
      (known[role.id] ?? []).map((made) => ({ role, given: role.caseWith(made) })),
    );
    const results = oracle(
      'ansible',
      cases.map(({ given }) => given),
    );
    const different = cases.flatMap(({ role, given }, index) => {
      const ours = rendered(given);
      const result = results[index];
      const python = result && 'text' in result ? result.text : `failed: ${result?.message}`;
      return ours === python ? [] : [{ id: role.id, difference: firstDifference(python, ours) }];
    });
    console.info(
      `${Object.keys(known).length} of ${roles.length} templates, ${cases.length - different.length} of ${cases.length} cases are equal`,
    );
    expect(different).toEqual([]);
  });
});

function makeUp(roles: readonly RoleTemplate[]): Invented {
  const fewest = invented(roles, false);
  const most = invented(roles, true);
  const entries = roles.map(
    ({ id }, index) => [id, [fewest[index], most[index]].filter((made) => made !== undefined)] as const,
  );
  return Object.fromEntries(entries.filter(([, made]) => made.length > 0));
}

function rendered({ template, templates = {}, variablesJson }: ReturnType<RoleTemplate['caseWith']>): string {
  const files = new Map(Object.entries(templates));
  const load = (name: string): string | undefined => files.get(posix.normalize(name));
  const options = { load };
  try {
    const variables = templatedVariables(asVariables(parseJson(variablesJson)), options);
    return compileForAnsible(template, 'template', options).render(variables);
  } catch (error) {
    return `failed: ${(error as Error).message}`;
  }
}

function firstDifference(python: string, ours: string): { readonly python: string; readonly ours: string } {
  let at = 0;
  while (at < python.length && python[at] === ours[at]) at++;
  const around = (text: string): string => text.slice(Math.max(0, at - 60), at + 200);
  return { python: around(python), ours: around(ours) };
}
