import { equals } from '../../src/values/compare.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
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

const hasWords = (outcome: Outcome, words: RegExp): boolean =>
  'error' in outcome && words.test(outcome.message);

/** What is undefined in the generated cases. */
const UNDEFINED = /missing|nope|nosuch|attr\(|\['[^']*'\]|\[\d+\]|\b\d+\.\w+\(|min|max|first|last|extract/g;

const withoutSafety = (text: string): string =>
  text
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replaceAll(/Markup\((?=['"])|(?<=['"])\)/g, '');

const withoutLastDigits = (text: string): string => text.replaceAll(/(\d\.\d{13}|\d{14}\.?)\d+/g, '$1');

const sources = ({ given }: KnownDifference): string =>
  [given.template, ...Object.values(given.templates ?? {})].join('\n');

/** Generated expressions stand alone, or between two letters. */
const unwrapped = (text: string): string => text.replace(/^x(.*)y$/s, '$1').replaceAll('&amp;', '&');

function isSameYaml(one: string, other: string): boolean {
  try {
    return equals(parseYaml(unwrapped(one)), parseYaml(unwrapped(other)));
  } catch {
    return false;
  }
}

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
    matches: (one) => /-.* \*\* /.test(sources(one)),
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
    reason:
      'Jinja2 3.1 works out a slice of constants beforehand, and what is wrong with it makes it undefined',
    matches: (one) =>
      /:[^\]]*\]/.test(sources(one)) &&
      hasWords(one.ours, /slice indices must be integers|is not subscriptable|unhashable type/),
  },
  {
    reason:
      'Jinja2 3.1 works out comparisons, and and or, of constants beforehand, and looks for no filter behind what decides',
    matches: (one) =>
      /[<>=]|\b(and|or)\b/.test(sources(one)) && hasWords(one.ours, /^No (filter|test) named/),
  },
  {
    reason:
      'a chainable undefined value of Jinja2 has an __html__, so that it is escaped, and can be formatted',
    matches: (one) =>
      one.given.options?.undefined === 'chainable' &&
      /safe|escape| % |\.format|\| e\b|join/.test(sources(one)),
  },
  {
    reason: 'integers past 2 ** 53 in range() are refused',
    matches: (one) => hasWords(one.ours, /^range\(\) of integers past/),
  },
  {
    reason: 'strftime of a year past 9999 is refused',
    matches: (one) =>
      /strftime/.test(sources(one)) && hasWords(one.ours, /^Invalid value for epoch|date value out of range/),
  },
  {
    reason: 'a seed that is nothing, such as an empty text, is none: shuffle asks for chance',
    matches: (one) => /seed=/.test(sources(one)) && hasWords(one.ours, /asks for chance/),
  },
  {
    reason: 'the time is asked for, which is another each time',
    matches: (one) => /strftime|now\(/.test(sources(one)) && hasWords(one.ours, /asks for the time/),
  },
  {
    reason:
      'what methods of Python make of a safe text is often safe, and escapes what it is put together with',
    matches: ({ python, ours }) =>
      'text' in python && 'text' in ours && withoutSafety(python.text) === withoutSafety(ours.text),
  },
  {
    reason: "C's power is not always the nearest float",
    matches: (one) =>
      /\*\*|pow|root/.test(sources(one)) &&
      (withoutLastDigits(JSON.stringify(one.python)) === withoutLastDigits(JSON.stringify(one.ours)) ||
        // What is left over is all of the difference.
        /(\*\*|pow|root).* (%|\/\/) /.test(sources(one))),
  },
  {
    reason:
      'a template that is no Jinja2 is an error at once, also where ansible-core would keep it for later',
    matches: ({ profile, python, ours }) =>
      profile === 'ansible' && 'error' in python && 'error' in ours && ours.error === 'syntax',
  },
  {
    reason:
      'items of a list that was added up are one in YAML where they are one; in ansible-core each is made anew',
    matches: ({ given, python, ours }) =>
      'text' in python &&
      'text' in ours &&
      /(&|&amp;|\*)id\d/.test(python.text + ours.text) &&
      (isSameYaml(python.text, ours.text) || / [+*] .*yaml.*: /.test(given.template)),
  },
  {
    reason: 'Jinja2 3.1 works out constants beforehand, and raises also for those that nothing asks for',
    matches: (one) =>
      'error' in one.python &&
      ((hasWords(one.python, /^unhashable type/) && 'text' in one.ours) ||
        (one.python.error === 'undefined' &&
          one.given.options?.undefined === 'strict' &&
          (('text' in one.ours && / if |[=<>]= /.test(sources(one))) || 'error' in one.ours))),
  },
  {
    reason: 'of several errors in one expression, ansible-core may tell another one',
    matches: (one) =>
      one.profile === 'ansible' &&
      'error' in one.python &&
      one.python.error === 'undefined' &&
      hasWords(
        one.ours,
        /not supported between instances|expected str instance|unhashable type|cannot assign attribute|is not iterable/,
      ),
  },
  {
    reason:
      'two dictionaries or tuples with something undefined in them: which items are compared first differs in ansible-core',
    matches: (one) =>
      one.profile === 'ansible' &&
      /[!=]= |unique/.test(sources(one)) &&
      /[[({][^%]/.test(sources(one)) &&
      'text' in one.python &&
      'error' in one.ours &&
      one.ours.error === 'undefined',
  },
  {
    reason:
      'of two values that are undefined, the one that Jinja2 has worked out beforehand is told; ansible-core may tell another one',
    matches: (one) =>
      'error' in one.python &&
      'error' in one.ours &&
      one.python.error === 'undefined' &&
      (one.ours.error === 'undefined' || /^No \w+ item/.test(one.python.message)) &&
      // A template that is included or imported may see no variables.
      ((sources(one).match(UNDEFINED) ?? []).length > 1 || /without context|% from/.test(sources(one))),
  },
  {
    reason: 'a list or a dictionary that contains itself: Python finds no end, or says the address of it',
    matches: ({ python }) => /recursion/i.test('error' in python ? python.message : python.text),
  },
  {
    reason:
      'a name that is set to what is undefined in a block, and not used: called through self, the block fails',
    matches: (one) =>
      one.profile === 'ansible' &&
      /self\.\w+\(/.test(sources(one)) &&
      /set \(?\w+|with \w+ =/.test(sources(one)),
  },
  {
    reason: 'views of dictionaries are no sets: < and > of them are refused',
    matches: (one) => hasWords(one.ours, /not supported between instances of 'dict_(keys|items)'/),
  },
  {
    reason: 'urlsplit of what is empty, and no text, gives bytes, which have no value here',
    matches: (one) =>
      /urlsplit/.test(sources(one)) && hasWords(one.ours, /object has no attribute 'decode'$/),
  },
  {
    reason: 'complex numbers are refused',
    matches: (one) => hasWords(one.ours, /complex number/),
  },
  {
    reason: 'of two undefined values that are formatted with %, the other one is told',
    matches: (one) =>
      / % /.test(sources(one)) &&
      'error' in one.python &&
      one.python.error === 'undefined' &&
      'error' in one.ours,
  },
  {
    reason:
      'ansible-core looks deep into what the tests `in` and `contains` are given, and meets what is undefined or failed in it also where it is not the same',
    matches: (one) =>
      one.profile === 'ansible' &&
      /is in |'in'|contains/.test(sources(one)) &&
      [one.python, one.ours].some((outcome) => 'error' in outcome),
  },
  {
    reason: "the classes of ansible-core's lazy values are in its messages of what is undefined",
    matches: ({ python, ours }) =>
      'error' in python && 'error' in ours && python.message.includes('._AnsibleLazy'),
  },
  {
    reason:
      'count, index and remove of a variable that is a list miss items that ansible-core 2.19 has not templated yet, and it looks into a list that is searched for',
    matches: (one) => one.profile === 'ansible' && /[\w)]\.(count|index|remove)\(/.test(sources(one)),
  },
];

export const isKnown = (difference: KnownDifference): boolean =>
  EXCEPTIONS.some(({ matches }) => matches(difference));
