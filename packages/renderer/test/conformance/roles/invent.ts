import { type OracleResult, oracle } from '../../oracle/oracle.ts';
import type { RoleTemplate } from './role-template.ts';
import { Shape } from './shape.ts';
import { addUses } from './uses.ts';

type Variables = Readonly<Record<string, unknown>>;

interface Attempt {
  readonly role: RoleTemplate;
  readonly shape: Shape;
  readonly invented: Variables;
  readonly result: OracleResult | undefined;
}

/**
 * Makes up the variables with which Ansible renders templates: what Ansible calls undefined gets a value that goes
 * with what is done with it, again and again. A template for which none are found, or
 * that is another text each time, gets none.
 *
 * @param all - From the beginning, every variable that is used, so that `is defined` is true as well.
 */
export function invented(roles: readonly RoleTemplate[], all: boolean): (Variables | undefined)[] {
  let attempts: Attempt[] = roles.map((role) => {
    const shape = shapeOf(role);
    const own = all
      ? [...shape.attributes.keys()].filter(
          (name) => !Object.hasOwn(role.variables, name) && !GLOBALS.has(name),
        )
      : [];
    return { role, shape, invented: valuesOf(shape, own), result: undefined };
  });
  for (let round = 0; round < 30 && attempts.some(isOpen); round++) attempts = next(attempts);
  const again = oracle(
    'ansible',
    attempts.map(({ role, invented: made }) => role.caseWith(made)),
  );
  return attempts.map(({ invented: made, result }, index) =>
    isSame(result, again[index]) ? made : undefined,
  );
}

/** A template that looks up a new password is another text each time. */
const isSame = (one: OracleResult | undefined, other: OracleResult | undefined): boolean =>
  one !== undefined && other !== undefined && 'text' in one && 'text' in other && one.text === other.text;

const GLOBALS = new Set(
  'range lookup query q dict namespace lipsum cycler joiner now loop omit undef vars caller varargs kwargs super self'.split(
    ' ',
  ),
);

const isOpen = ({ result }: Attempt): boolean =>
  result === undefined || ('error' in result && /undefined|no attribute/i.test(result.message));

/** Has Ansible try all that are open, and adds what it misses. */
function next(attempts: readonly Attempt[]): Attempt[] {
  const open = attempts.filter(isOpen);
  const results = oracle(
    'ansible',
    open.map(({ role, invented: made }) => role.caseWith(made)),
  );
  return attempts.map((attempt) => {
    const result = results[open.indexOf(attempt)];
    return result ? { ...attempt, result, invented: mended(attempt, result) } : attempt;
  });
}

function mended({ role, shape, invented: made }: Attempt, result: OracleResult): Variables {
  if ('text' in result) return made;
  const [, name] = /'([^']+)' is undefined/.exec(result.message) ?? [];
  if (name !== undefined) return { ...made, ...valuesOf(shape, [name]) };
  const [, attribute] = /has no attribute '([^']+)'/.exec(result.message) ?? [];
  if (attribute === undefined) return made;
  const lacking = [...shape.attributes].filter(([, { attributes }]) => attributes.has(attribute));
  const given: Variables = { ...role.variables, ...made };
  return {
    ...made,
    ...Object.fromEntries(lacking.map(([key, one]) => [key, completed(given[key], one.value(key))])),
  };
}

/** A dictionary with what it lacks. */
const completed = (given: unknown, wanted: unknown): unknown =>
  isRecord(given) && isRecord(wanted) ? { ...wanted, ...given } : wanted;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function valuesOf(shape: Shape, names: readonly string[]): Variables {
  return Object.fromEntries(names.map((name) => [name, shape.attribute(name).value(name)]));
}

/** What the template, those that it may include, and the role's own variables do with variables. */
function shapeOf({ template, templates, variables }: RoleTemplate): Shape {
  const shape = new Shape();
  const sources = /\{%-?\s*(include|import|from|extends)/.test(template) ? Object.values(templates) : [];
  for (const source of [template, ...sources, ...textsIn(variables)]) addUses(shape, source);
  return shape;
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.includes('{{') || value.includes('{%') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
