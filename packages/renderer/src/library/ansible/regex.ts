import { escapePattern } from '../../regex/escape.ts';
import type { Match } from '../../regex/pattern.ts';
import { equals } from '../../values/compare.ts';
import { PythonError, typeError } from '../../values/errors.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { repr, str } from '../../values/print.ts';
import { truth } from '../../values/truth.ts';
import { Tuple } from '../../values/tuple.ts';
import { typeName } from '../../values/type-name.ts';
import type { Named, Value } from '../../values/value.ts';
import { wholeNumber } from '../../values/whole-number.ts';
import { patternOf, subjectOf } from './patterns.ts';
import { failed, textOf } from './plugin.ts';

interface Replace {
  readonly value: Value;
  readonly pattern: Value;
  readonly replacement: Value;
  readonly ignoreCase: Value;
  readonly multiline: Value;
  readonly count: Value;
  readonly mandatoryCount: Value;
}

function regexReplace(given: Replace): string {
  const text = subjectOf(given.value);
  const template = textOf(
    given.replacement,
    `decoding to str: need a bytes-like object, ${typeName(given.replacement)} found`,
  );
  const pattern = patternOf(given.pattern, given.ignoreCase, given.multiline);
  const count = wholeNumber(given.count);
  // 0 is all of them, and less is none.
  const made = count < 0 ? { text, count: 0 } : pattern.replace(text, template, count);
  if (truth(given.mandatoryCount) && !equals(made.count, given.mandatoryCount))
    throw failed(
      `${repr(given.pattern)} should match ${str(given.mandatoryCount)} times, but matches ${made.count} times in ${repr(text)}`,
    );
  return made.text;
}

/** What was found, or the groups that are asked for; None where there is nothing. */
function regexSearch(value: Value, regex: Value, asked: readonly Value[], named: Named): Value {
  const pattern = patternOf(regex, named.get('ignorecase') ?? false, named.get('multiline') ?? false);
  const groups = asked.map((one) => groupOf(one, pattern.names));
  const match = pattern.search(subjectOf(value));
  if (!match) return null;
  if (groups.length === 0) return match.groups[0] ?? '';
  return groups.map((group) => textOfGroup(match, group));
}

/** `\1` or `\g<name>` */
function groupOf(asked: Value, names: ReadonlyMap<string, number>): number | undefined {
  const [, inBrackets, name = inBrackets] = /^\\(?:g<(\S+)>|(\d.*))/s.exec(str(asked)) ?? [];
  if (name === undefined) throw failed('Unknown argument');
  return names.get(name) ?? (/^\d+$/.test(name) ? Number(name) : undefined);
}

function textOfGroup({ groups }: Match, group: number | undefined): Value {
  if (group === undefined || group >= groups.length) throw new PythonError('IndexError', 'no such group');
  return groups[group] ?? null;
}

/** `re.findall`: the matches, or their group, or tuples of their groups. */
function regexFindall(value: Value, regex: Value, multiline: Value, ignoreCase: Value): Value {
  const found = patternOf(regex, ignoreCase, multiline).matches(subjectOf(value));
  return Array.from(found, ({ groups: [whole = '', ...groups] }) => {
    const [first = ''] = groups;
    if (groups.length === 0) return whole;
    return groups.length === 1 ? first : new Tuple(groups.map((group) => group ?? ''));
  });
}

function regexEscape(value: Value, type: Value): string {
  const text = str(value);
  if (type === 'python') return escapePattern(text);
  if (type === 'posix_basic') return text.replace(/[[\].^$*\\]/g, '\\$&');
  if (type === 'posix_extended') throw failed('Regex type (posix_extended) not yet implemented');
  throw failed(`Invalid regex type (${str(type)})`);
}

export const regexFilters: Record<string, PythonFunction> = {
  regex_replace: fn(
    "regex_replace(value='', pattern='', replacement='', ignorecase=False, multiline=False, count=0, mandatory_count=0)",
    (
      _call,
      value: Value,
      pattern: Value,
      replacement: Value,
      ignoreCase: Value,
      multiline: Value,
      count: Value,
      mandatoryCount: Value,
    ) => regexReplace({ value, pattern, replacement, ignoreCase, multiline, count, mandatoryCount }),
  ),
  regex_search: fn(
    'regex_search(value, regex, *args, **kwargs)',
    (_call, value: Value, regex: Value, asked: Value[], named: Named) =>
      regexSearch(value, regex, asked, named),
  ),
  regex_findall: fn(
    'regex_findall(value, regex, multiline=False, ignorecase=False)',
    (_call, value: Value, regex: Value, multiline: Value, ignoreCase: Value) =>
      regexFindall(value, regex, multiline, ignoreCase),
  ),
  regex_escape: fn("regex_escape(string, re_type='python')", (_call, value: Value, type: Value) =>
    regexEscape(value, type),
  ),
};

type Kind = 'match' | 'search' | 'fullmatch';

function matches(kind: Kind, value: Value, regex: Value, ignoreCase: Value, multiline: Value): boolean {
  const pattern = patternOf(regex, ignoreCase, multiline);
  const text = subjectOf(value);
  if (kind === 'match') return pattern.match(text) !== undefined;
  if (kind === 'search') return pattern.search(text) !== undefined;
  return pattern.fullMatch(text) !== undefined;
}

function kindOf(type: Value): Kind {
  if (type === 'match' || type === 'search' || type === 'fullmatch') return type;
  throw typeError("'str' object is not callable");
}

export const regexTests: Record<string, PythonFunction> = {
  match: fn(
    "match(value, pattern='', ignorecase=False, multiline=False)",
    (_call, value: Value, pattern: Value, ignoreCase: Value, multiline: Value) =>
      matches('match', value, pattern, ignoreCase, multiline),
  ),
  search: fn(
    "search(value, pattern='', ignorecase=False, multiline=False)",
    (_call, value: Value, pattern: Value, ignoreCase: Value, multiline: Value) =>
      matches('search', value, pattern, ignoreCase, multiline),
  ),
  regex: fn(
    "regex(value='', pattern='', ignorecase=False, multiline=False, match_type='search')",
    (_call, value: Value, pattern: Value, ignoreCase: Value, multiline: Value, type: Value) =>
      matches(kindOf(type), value, pattern, ignoreCase, multiline),
  ),
};
