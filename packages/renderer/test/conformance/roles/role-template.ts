import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { OracleCase } from '../../oracle/oracle.ts';

/** A template of a role that somebody else wrote, with the role's own variables. */
export interface RoleTemplate {
  /** Its path below the folder of the collections. */
  readonly id: string;
  readonly template: string;
  readonly templates: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** As the oracle takes it, with variables beside the role's own. */
  caseWith(made: Readonly<Record<string, unknown>>): OracleCase & { readonly variablesJson: string };
}

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const virtualEnvironment = at('../../../../../.venv');
const libraries = existsSync(`${virtualEnvironment}/lib`) ? readdirSync(`${virtualEnvironment}/lib`) : [];
const collections = libraries
  .map((python) => `${virtualEnvironment}/lib/${python}/site-packages/ansible_collections`)
  .find(existsSync);

/** The collections come with the package `ansible`, which the set-up installs. */
export const hasCollections: boolean = collections !== undefined;

/** The templates of all roles. A date in a role's variables is a text. */
export function roleTemplates(): RoleTemplate[] {
  const python = `${virtualEnvironment}/bin/python`;
  const output = execFileSync(python, [at('role-files.py'), collections ?? ''], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return output.trimEnd().split('\n').map(asRoleTemplate);
}

function asRoleTemplate(line: string): RoleTemplate {
  const { id, template, templates, variables } = JSON.parse(line) as Omit<RoleTemplate, 'caseWith'>;
  return {
    id,
    template,
    templates,
    variables,
    caseWith: (made) => ({
      template,
      templates,
      variablesJson: JSON.stringify({ ...variables, ...made }),
      recursive: true,
    }),
  };
}
