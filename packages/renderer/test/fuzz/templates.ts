import fc from 'fast-check';
import { EXPRESSIONS } from './expressions.ts';
import type { FuzzCase, Profile } from './fuzz-case.ts';
import { type Grammar, type GrammarOptions, grammar } from './grammar.ts';
import { type Piece, textOf } from './piece.ts';
import { production, productions } from './production.ts';
import {
  INHERITING,
  JINJA2_STATEMENTS,
  LIBRARY,
  LINE_STATEMENTS,
  LOCALS,
  STATEMENTS,
  TEMPLATE_STATEMENTS,
} from './tables/statements.ts';
import { LEAVES, VARIABLES_JSON } from './variables.ts';

const BODIES = [
  '<statement>',
  '<statement><statement>',
  '<statement> <statement>',
  '<statement>\n<statement>\n',
  ' \n<statement>',
];
const BODY = BODIES.map((text) => production('body body', 'body', text));

/** Of all templates, and of those alone that bring in others: an included template includes none. */
const SHARED = [...BODY, ...productions('statement', STATEMENTS + LINE_STATEMENTS)];
const MAIN = productions('statement', TEMPLATE_STATEMENTS + INHERITING);
const PARTS = productions('statement', LIBRARY);

const OF_PROFILE = { jinja2: productions('statement', JINJA2_STATEMENTS), ansible: [] };

// One wrong expression, and nothing is seen of the rest of a template: they are simple, and mostly right.
const OPTIONS: GrammarOptions = {
  leaves: { ...LEAVES, undefined: ['missing'], ...LOCALS },
  depth: 1,
  wrong: 300,
};

/** So that names of the statements are there outside of them, too. */
const WITH_LOCALS = VARIABLES_JSON.replace('{', '{"item": "outside", "x": [1, "two"], "y": 5, ');

/** Arbitraries for whole cases, one for each statement that they begin with. */
export function templateRoots(
  profile: Profile,
): { readonly rule: string; readonly piece: fc.Arbitrary<FuzzCase> }[] {
  const inner = grammar([...EXPRESSIONS[profile], ...SHARED, ...OF_PROFILE[profile], ...PARTS], OPTIONS);
  const outer = grammar([...EXPRESSIONS[profile], ...SHARED, ...OF_PROFILE[profile], ...MAIN], OPTIONS);
  const own = outer.roots.filter(({ rule }) => rule.startsWith('statement '));
  return own.map(({ rule, piece }) => ({ rule, piece: caseOf(profile, whole(piece, outer), inner) }));
}

/** What begins with a statement goes on with others. */
const whole = (first: fc.Arbitrary<Piece>, { of }: Grammar): fc.Arbitrary<Piece> =>
  fc.tuple(first, fc.option(of('body'), { nil: undefined })).map(([one, rest]) => ({
    rule: 'body body',
    type: 'body',
    parts: rest && one.type !== 'child' ? [rest, one] : [one],
  }));

function caseOf(profile: Profile, main: fc.Arbitrary<Piece>, { of }: Grammar): fc.Arbitrary<FuzzCase> {
  const templates = fc.record({ 'part.j2': of('body'), 'library.j2': of('library'), 'base.j2': of('base') });
  const options = profile === 'ansible' ? ANSIBLE_OPTIONS : JINJA2_OPTIONS;
  return fc
    .record({ main, templates, options })
    .map((made) => ({ ...made, templates: mentioned(made), profile, variablesJson: WITH_LOCALS }));
}

/** The templates that are brought in: others would count as rules that were reached. */
function mentioned({
  main,
  templates,
}: {
  main: Piece;
  templates: Record<string, Piece>;
}): Record<string, Piece> {
  const text = textOf(main);
  return Object.fromEntries(Object.entries(templates).filter(([name]) => text.includes(name)));
}

const WHITESPACE = {
  trim_blocks: fc.boolean(),
  lstrip_blocks: fc.boolean(),
  newline_sequence: fc.constantFrom('\n', '\n', '\n', '\r\n'),
  keep_trailing_newline: fc.boolean(),
  line_statement_prefix: fc.constantFrom(null, '%%'),
  line_comment_prefix: fc.constantFrom(null, '##'),
};

/** With what a template may be written beside `{%`. */
const DELIMITERS = fc.constantFrom(
  {},
  {},
  {},
  {
    block_start_string: '<%',
    block_end_string: '%>',
    variable_start_string: '${',
    variable_end_string: '}',
    comment_start_string: '<#',
    comment_end_string: '#>',
  },
  {
    block_start_string: '[%',
    block_end_string: '%]',
    variable_start_string: '[[',
    variable_end_string: ']]',
  },
);

const merged = ([first, second]: readonly [object, object]): Record<string, unknown> => ({
  ...first,
  ...second,
});

const ANSIBLE_OPTIONS = fc.tuple(fc.record(WHITESPACE, { requiredKeys: [] }), DELIMITERS).map(merged);

const JINJA2_OPTIONS = fc
  .tuple(
    fc.record({
      ...WHITESPACE,
      undefined: fc.constantFrom('default', 'default', 'strict', 'chainable'),
      autoescape: fc.constantFrom(false, false, false, true),
      extensions: fc.constant(['do', 'loopcontrols']),
    }),
    DELIMITERS,
  )
  .map(merged);
