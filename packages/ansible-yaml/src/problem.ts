// What is wrong with a text that Ansible could not read, in the operator's words.

/// <reference path="./js-yaml.d.ts" />

import type { YAMLException } from 'js-yaml';
import { lineCounter, type Range } from './lines.ts';
import { type Refusal, refusalOf, skipGap } from './nodes.ts';

/** What can be wrong with a file before anybody looks at its values. */
export type YamlProblemCode =
  | 'malformed-yaml'
  | 'duplicate-key'
  | 'ambiguous-merge'
  | 'unknown-tag'
  | 'several-documents'
  | 'unquoted-template';

/** Why a text could not be read, where, and what to do about it. */
export interface YamlProblem {
  code: YamlProblemCode;
  message: string;
  file?: string;
  range: Range;
  /** Another place that it is about. */
  related?: { message: string; file?: string; range: Range };
  hint: string;
}

type Explanation = Omit<YamlProblem, 'file' | 'range' | 'related'>;

/** Where js-yaml stopped, and what stands around it. */
interface Stop {
  reason: string;
  offset: number;
  /** The line up to the stop, and what follows it. */
  before: string;
  after: string;
}

/** A problem, the offsets between which it stands, and where what it is about begins. */
export interface Finding extends Explanation {
  start: number;
  end: number;
  opened?: number | undefined;
}

/** What is wrong with a key that stands in its mapping before, as it is written. */
export const duplicateKey = (key: string): Explanation => ({
  code: 'duplicate-key',
  message: `the key ${key} is given twice`,
  hint: 'keep one of the two: Ansible would take the last one',
});

/** What may surprise in a list of mappings that are merged, and both have a key. */
export const ambiguousMerge = (key: string): Explanation => ({
  code: 'ambiguous-merge',
  message: `${key} has another value from PyYAML 6.0.4 on: two of the mappings that are merged have it`,
  hint: `write ${key} in the mapping itself, or merge only one that has it`,
});

export const unquotedTemplate: Explanation = {
  code: 'unquoted-template',
  message: 'a template without quotes: YAML takes "{{" for a mapping',
  hint: 'quote the whole value: "{{ ... }}"',
};

const malformed = (message: string, hint: string): Explanation => ({ code: 'malformed-yaml', message, hint });

export const tooManyValues = (key: string): Explanation =>
  malformed(`the aliases in ${key} make more than a million values`, 'use fewer aliases of aliases');

// js-yaml's reasons, by how they begin.
const explanations: [reason: RegExp, explain: (stop: Stop) => Explanation][] = [
  [
    /^unknown tag/,
    ({ reason }) => ({
      code: 'unknown-tag',
      message: `Ansible does not know the tag ${tagIn(reason)}`,
      hint: 'use !vault or !unsafe, or quote the value if the "!" belongs to it',
    }),
  ],
  [
    /^cannot resolve/,
    ({ reason }) => malformed(`the value does not fit its tag ${tagIn(reason)}`, 'leave the tag out'),
  ],
  [/^tab characters/, () => malformed('a tab stands in the indentation', 'indent with blanks')],
  [/^bad indentation/, explainEntry],
  [/colon is missed|multiline key/, () => malformed('a key has no colon', 'write "key: value"')],
  [
    /^unidentified alias/,
    ({ reason }) => malformed(reason, 'write the anchor (&name) above its alias (*name)'),
  ],
  [/quoted scalar$/, () => malformed('a quote is not closed', 'close it with the same quote')],
  [
    /flow collection/,
    () => malformed('a bracket is not closed', 'close it, and put commas between its entries'),
  ],
  [
    /^unknown escape/,
    () => malformed('a backslash that YAML does not know', 'double it, or use single quotes'),
  ],
  [
    /^nesting exceeded/,
    () =>
      malformed(
        'more than 100 lists and mappings within each other',
        'close what is open, or write it flatter',
      ),
  ],
  [/^unreadable date/, () => malformed('there is no such date', 'quote it if it is meant as text')],
  [/^unreadable number/, () => malformed('a number without digits', 'quote it if it is meant as text')],
  [
    /^abnormal merge sequence/,
    () => malformed('more than 100 mappings are merged at one place', 'merge fewer of them'),
  ],
  [/^end of the stream/, explainEnd],
];

// js-yaml says "bad indentation" of whatever it did not expect between two entries.
function explainEntry({ before, after }: Stop): Explanation {
  if (/\{\{/.test(before)) return unquotedTemplate;
  if (after.startsWith(':') && /:\s/.test(before))
    return malformed('the value holds a colon and a blank', 'quote the value');
  if (/^[@`%]/.test(after)) return malformed(`a value cannot begin with ${after[0]}`, 'quote the value');
  if (/^-\s/.test(after) && before.trim() !== '')
    return malformed('a list cannot begin on the line of its key', 'begin it on a line of its own');
  return malformed('the indentation fits no line above', 'indent it like its neighbours');
}

function explainEnd({ before, after }: Stop): Explanation {
  if (/^\s*\t/.test(before)) return malformed('a tab stands in the indentation', 'indent with blanks');
  if (/^-\s/.test(after))
    return malformed('a list entry stands where a key is expected', 'indent it under its key');
  return malformed(
    'this does not belong to what stands above',
    'check the colon and the indentation here and on the line above',
  );
}

const tagIn = (reason: string): string =>
  /!<(.*)>/.exec(reason)?.[1]?.replace('tag:yaml.org,2002:', '!!') ?? '';

/** Makes a problem of what js-yaml threw. */
export function findingOf(text: string, { reason, mark }: YAMLException): Finding {
  if (reason.startsWith('unreadable')) return unreadableScalar(text, reason);
  const offset = Math.min(mark?.position ?? 0, text.length);
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const stop = {
    reason,
    offset,
    before: text.slice(lineStart, offset),
    after: text.slice(offset, offset + 200),
  };
  const [, explain] = explanations.find(([pattern]) => pattern.test(reason)) ?? [];
  const { start, size } = extent(text, stop);
  const refusal = refusalOf(text);
  const behind = behindQuote(text, stop, refusal);
  if (behind) return behind;
  const explanation = explain?.(stop) ?? malformed(reason, 'check indentation, colons and quotes here');
  const opened = openedAt(text, stop, refusal);
  // At the end of a file nobody looks for what is open since long before.
  if (opened !== undefined && skipGap(text, start) === text.length)
    return { ...explanation, start: opened, end: opened + 1 };
  const isElsewhere = opened !== undefined && opened < lineStart;
  return { ...explanation, start, end: Math.min(start + size, text.length), ...(isElsewhere && { opened }) };
}

/** js-yaml says no place of what its types refuse: it is the node that was being read. */
function unreadableScalar(text: string, reason: string): Finding {
  const [, explain] = explanations.find(([pattern]) => pattern.test(reason)) ?? [];
  const start = refusalOf(text).open.at(-1) ?? 0;
  const [scalar = ''] = /^(?:(?!:\s)[^\r\n,\]}#])*/.exec(text.slice(start)) ?? [];
  const stop = { reason, offset: start, before: '', after: '' };
  return { ...(explain?.(stop) ?? malformed(reason, '')), start, end: start + scalar.trimEnd().length };
}

/** A quote that is closed by the next one, lines below, has the rest of that line behind it. */
function behindQuote(text: string, { reason }: Stop, { quoted }: Refusal): Finding | undefined {
  if (!quoted || !/^bad indentation|colon is missed|multiline key|^end of the stream/.test(reason))
    return undefined;
  const start = skipBlanks(text, quoted.end);
  if (!/[^:,\]}#\r\n]/.test(text.charAt(start))) return undefined;
  const isElsewhere = /[\r\n]/.test(text.slice(quoted.start, quoted.end));
  return {
    ...malformed(
      'text follows the closing quote',
      isElsewhere ? 'close the quote above where its text ends' : 'quote the whole value',
    ),
    start,
    end: start + 1,
    ...(isElsewhere && { opened: quoted.start }),
  };
}

function skipBlanks(text: string, offset: number): number {
  let end = offset;
  while (' \t'.includes(text[end] ?? '\n')) end += 1;
  return end;
}

/** The quote or the bracket that js-yaml was within. */
function openedAt(text: string, { reason }: Stop, { open }: Refusal): number | undefined {
  if (!/quoted scalar$|flow collection/.test(reason)) return undefined;
  return open.findLast((start) => /["'[{]/.test(text.charAt(start)));
}

// js-yaml notices tags and aliases behind their value: the token is searched for backwards.
function extent(text: string, { reason, offset }: Stop): { start: number; size: number } {
  const alias = /^unidentified alias "(.*)"/.exec(reason)?.[1];
  const token = alias ? `*${alias}` : tagIn(reason);
  const start = token ? text.lastIndexOf(token, offset) : -1;
  return start < 0 ? { start: offset, size: 1 } : { start, size: token.length };
}

/** The range between two offsets. */
export type RangeOf = (start: number, end: number) => Range;

/** What a finding is once its places are lines and columns. */
export function problemOf({ start, end, opened, ...explanation }: Finding, range: RangeOf): YamlProblem {
  return {
    ...explanation,
    range: range(start, end),
    ...(opened !== undefined && { related: { message: 'opened here', range: range(opened, opened + 1) } }),
  };
}

/** Of a text whose first line lost `shift` characters. */
export function rangeOf(text: string, shift: number): RangeOf {
  let position: ReturnType<typeof lineCounter> | undefined;
  const at = (offset: number) => {
    position ??= lineCounter(text);
    const { line, column } = position(offset);
    return { line, column: line === 1 ? column + shift : column };
  };
  return (start, end) => ({ start: at(start), end: at(end) });
}
