import fc from 'fast-check';
import type { FuzzCase, Profile } from './fuzz-case.ts';
import { grammar } from './grammar.ts';
import type { Piece } from './piece.ts';
import { productions } from './production.ts';
import { ANSIBLE_FILTERS } from './tables/ansible-filters.ts';
import { ANSIBLE_TESTS } from './tables/ansible-tests.ts';
import { JINJA2_FILTERS } from './tables/jinja2-filters.ts';
import { JINJA2_TESTS } from './tables/jinja2-tests.ts';
import { METHODS } from './tables/methods.ts';
import { ERRORS, OPERATORS, RULES } from './tables/operators.ts';
import { VARIABLES_JSON } from './variables.ts';

const COMMON = [
  ...productions('operator', OPERATORS),
  ...productions('rule', RULES),
  ...productions('filter', JINJA2_FILTERS),
  ...productions('test', JINJA2_TESTS),
  ...productions('method', METHODS),
];

/** The productions of expressions. */
export const EXPRESSIONS = {
  jinja2: COMMON,
  ansible: [...COMMON, ...productions('filter', ANSIBLE_FILTERS), ...productions('test', ANSIBLE_TESTS)],
};

/** Errors are begun with, and never inside of another expression: nothing else would be found behind them. */
export const WRONG = productions('error', ERRORS).map((one) => ({ ...one, result: 'error' }));

/** Arbitraries for whole cases, one for each production that an expression begins with. */
export function expressionRoots(
  profile: Profile,
): { readonly rule: string; readonly piece: fc.Arbitrary<FuzzCase> }[] {
  const { roots } = grammar([...EXPRESSIONS[profile], ...WRONG]);
  const own = roots.filter(({ rule }) => !rule.startsWith('leaf '));
  return own.map(({ rule, piece }) => ({ rule, piece: caseOf(profile, piece) }));
}

function caseOf(profile: Profile, expression: fc.Arbitrary<Piece>): fc.Arbitrary<FuzzCase> {
  const options = profile === 'ansible' ? fc.constant({}) : JINJA2_OPTIONS;
  // Ansible gives a value where there is nothing else, and text where there is.
  const around = fc.constantFrom(['{{ ', ' }}'] as const, ['x{{ ', ' }}y'] as const);
  return fc.tuple(expression, options, around).map(([piece, given, [before, after]]) => ({
    profile,
    main: { rule: 'print', type: 'template', parts: [before, piece, after] },
    templates: {},
    variablesJson: VARIABLES_JSON,
    options: given,
  }));
}

const JINJA2_OPTIONS = fc.record({
  undefined: fc.constantFrom('default', 'default', 'strict', 'chainable'),
  autoescape: fc.constantFrom(...Array<false>(9).fill(false), true),
});
