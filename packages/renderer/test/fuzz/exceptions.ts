import type { OracleCase } from '../oracle/oracle.ts';
import type { Profile } from './fuzz-case.ts';
import type { Outcome } from './outcome.ts';

/** A difference from Python that is known, and why it stays. */
export interface Exception {
  readonly reason: string;
  readonly matches: (difference: KnownDifference) => boolean;
}

interface KnownDifference {
  readonly profile: Profile;
  readonly given: OracleCase;
  readonly python: Outcome;
  readonly ours: Outcome;
}

const sources = ({ given }: KnownDifference): string =>
  [given.template, ...Object.values(given.templates ?? {})].join('\n');

/** At most 30. */
export const EXCEPTIONS: readonly Exception[] = [
  {
    reason:
      'Jinja2 3.1 prints a template that is included without context at once, also inside of a macro, a set block or a filter block, whose text it should be a part of',
    matches: (one) =>
      /without context/.test(sources(one)) &&
      /(macro|call|filter|set \w+( \|.*)?) ?[-+]?%/.test(sources(one)),
  },
  {
    reason: 'autoescape takes a boolean; Jinja2 escapes the rest half where it is given something else',
    matches: (one) => /autoescape (?!true|false|True|False|yes|no\b)/.test(sources(one)),
  },
  {
    reason:
      'Jinja2 3.1 writes a constant that it has worked out without brackets: (1 - 3) ** x is -(2 ** x) where x is a variable',
    matches: (one) => /\) \*\* /.test(sources(one)),
  },
  {
    reason:
      'Jinja2 3.1 works out an escape of constants beforehand, and forgets that the text is safe then: it is escaped again',
    matches: ({ given }) =>
      given.options?.autoescape === true &&
      /(['"\d)\]}]|none|true|false) \| (e|escape|forceescape|safe|tojson|xmlattr|urlize)\b/i.test(
        given.template,
      ),
  },
  {
    reason: "the classes of ansible-core's lazy values are in its messages of what is undefined",
    matches: ({ python, ours }) =>
      'error' in python && 'error' in ours && python.message.includes('._AnsibleLazyTemplate'),
  },
  {
    reason: 'fromkeys of a variable that is a dictionary is an internal error of ansible-core 2.19',
    matches: (one) => one.profile === 'ansible' && /\.fromkeys\(/.test(sources(one)),
  },
  {
    reason:
      'count, index and remove of a variable that is a list miss items that ansible-core 2.19 has not templated yet',
    matches: (one) => one.profile === 'ansible' && /\.(count|index|remove)\(/.test(sources(one)),
  },
];

export const isKnown = (difference: KnownDifference): boolean =>
  EXCEPTIONS.some(({ matches }) => matches(difference));
