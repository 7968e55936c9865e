import { once } from '../../once.ts';
import type { Call } from '../../runtime/call.ts';
import { lengthOfText } from '../../values/code-points.ts';
import { greaterThan } from '../../values/compare.ts';
import { typeError } from '../../values/errors.ts';
import { escapedText } from '../../values/escape.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { listOf } from '../../values/iterate.ts';
import { Markup } from '../../values/markup.ts';
import { str } from '../../values/print.ts';
import { slice } from '../../values/slice.ts';
import { truth } from '../../values/truth.ts';
import { typeName } from '../../values/type-name.ts';
import type { Value } from '../../values/value.ts';
import { WHITESPACE } from '../../values/whitespace.ts';
import { filterError } from './filter-error.ts';

export const urlizeFilters: Record<string, PythonFunction> = {
  urlize: fn(
    'urlize(value, trim_url_limit=None, nofollow=False, target=None, rel=None, extra_schemes=None)',
    (call: Call, value: Value, limit: Value, nofollow: Value, target: Value, rel: Value, schemes: Value) => {
      const attributes = attributesOf(call, nofollow, target, rel);
      const extra = schemesOf(schemes ?? call.policies.get('urlize.extra_schemes') ?? null);
      const text = value instanceof Markup ? value.text : escapedText(str(value));
      const words = text.split(BLANKS).map((word) => linked(word, limit, attributes, extra));
      return call.autoescape ? new Markup(words.join('')) : words.join('');
    },
  ),
};

function attributesOf(call: Call, nofollow: Value, target: Value, rel: Value): string {
  if (truth(rel) && typeof rel !== 'string' && !(rel instanceof Markup)) {
    throw typeError(`'${typeName(rel)}' object has no attribute 'split'`);
  }
  const given = !truth(rel) ? [] : str(rel).split(' ').filter(Boolean);
  const policy = call.policies.get('urlize.rel');
  const usual = policy === undefined ? 'noopener' : policy;
  const words = new Set([...given, ...(usual === null ? [] : str(usual).split(' ').filter(Boolean))]);
  if (truth(nofollow)) words.add('nofollow');
  const aim = target ?? call.policies.get('urlize.target') ?? null;
  const relation = words.size > 0 ? ` rel="${escapedText([...words].sort().join(' '))}"` : '';
  return relation + (aim === null ? '' : ` target="${escapedText(str(aim))}"`);
}

function schemesOf(given: Value): string[] {
  if (given === null) return [];
  return listOf(given).map((scheme) => {
    const text = str(scheme);
    if (!/^[\w.+-]{2,}:(\/){0,2}$/.test(text))
      throw filterError(`'${text}' is not a valid URI scheme prefix.`);
    return text;
  });
}

const BLANKS = new RegExp(`([${WHITESPACE}]+)`);
const W = '\\p{L}\\p{N}_';
const S = `[^${WHITESPACE}]`;
// From Jinja2, BSD-3-Clause, © 2007 Pallets: what is a link without being written as one.
const HTTP = once(
  () =>
    new RegExp(
      [
        `^((https?://|www\\.)(([${W}%-]+\\.)+)?([a-z]{2,63}|xn--[${W}%]{2,59})`,
        `|([${W}%-]{2,63}\\.)+(com|net|int|edu|gov|org|info|mil)`,
        '|(https?://)((\\p{Nd}{1,3})(\\.\\p{Nd}{1,3}){3}|(\\[([\\p{Nd}a-f]{0,4}:){2}([\\p{Nd}a-f]{0,4}:?){1,6}\\])))',
        `(?::\\p{Nd}{1,5})?(?:[/?#]${S}*)?$`,
      ].join(''),
      'iu',
    ),
);
const MAIL = once(() => new RegExp(`^${S}+@[${W}][${W}.-]*\\.[${W}]+$`, 'u'));

function linked(word: string, limit: Value, attributes: string, schemes: readonly string[]): string {
  const { head, middle, tail } = trimmed(word);
  const link = linkOf(middle, limit, attributes, schemes);
  return head + (link ?? middle) + tail;
}

/** Brackets before a link and punctuation behind it belong to the text around it. */
function trimmed(word: string): { head: string; middle: string; tail: string } {
  const head = /^([(<]|&lt;)+/.exec(word)?.[0] ?? '';
  const rest = word.slice(head.length);
  const end = /([)>.,\n]|&gt;)+$/.exec(rest);
  let tail = end?.[0] ?? '';
  let middle = rest.slice(0, rest.length - tail.length);
  for (const [open, close] of [
    ['(', ')'],
    ['<', '>'],
    ['&lt;', '&gt;'],
  ] as const) {
    const missing = count(middle, open) - count(middle, close);
    for (let taken = 0; taken < Math.min(missing, count(tail, close)); taken++) {
      const at = tail.indexOf(close) + close.length;
      middle += tail.slice(0, at);
      tail = tail.slice(at);
    }
  }
  return { head, middle, tail };
}

const count = (text: string, part: string): number => text.split(part).length - 1;

function linkOf(
  word: string,
  limit: Value,
  attributes: string,
  schemes: readonly string[],
): string | undefined {
  if (HTTP().test(word)) {
    const url = /^https?:\/\//.test(word) ? word : `https://${word}`;
    return `<a href="${url}"${attributes}>${cut(word, limit)}</a>`;
  }
  if (word.startsWith('mailto:') && MAIL().test(word.slice(7)))
    return `<a href="${word}">${word.slice(7)}</a>`;
  const isMail =
    word.includes('@') &&
    !word.startsWith('www.') &&
    !/^@.+@/.test(word) &&
    MAIL().test(word) &&
    !word.includes(':');
  if (isMail) return `<a href="mailto:${word}">${word}</a>`;
  const scheme = schemes.find((one) => word !== one && word.startsWith(one));
  return scheme === undefined ? undefined : `<a href="${word}"${attributes}>${word}</a>`;
}

function cut(text: string, limit: Value): string {
  const isLong = limit !== null && greaterThan(lengthOfText(text), limit);
  return isLong ? `${str(slice(text, null, limit, null))}...` : text;
}
