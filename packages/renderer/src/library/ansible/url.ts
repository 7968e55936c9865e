import type { Call } from '../../runtime/call.ts';
import { Dict } from '../../values/dict.ts';
import { PythonError } from '../../values/errors.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { listOf } from '../../values/iterate.ts';
import { Markup } from '../../values/markup.ts';
import { str } from '../../values/print.ts';
import { truth } from '../../values/truth.ts';
import { typeName } from '../../values/type-name.ts';
import type { Value } from '../../values/value.ts';
import { failed, textOf } from './plugin.ts';
import { splitUrl } from './split-url.ts';

function urlsplit(value: Value, query: Value): Value {
  const parts = splitUrl(textOf(value, `'${typeName(value)}' object has no attribute 'decode'`));
  const dict = Dict.of(Object.entries(parts));
  if (!truth(query)) return dict;
  const part = dict.get(query);
  if (part === undefined) throw failed(`urlsplit: unknown URL component: ${str(query)}`);
  return part;
}

/** `urllib.parse.unquote_plus` */
function unquote(text: string): string {
  return text
    .replaceAll('+', ' ')
    .replace(/(?:%[0-9A-Fa-f]{2})+/g, (bytes) =>
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.from(bytes.replaceAll('%', ''), 'hex')),
    );
}

export const urlFilters: Record<string, PythonFunction> = {
  urlsplit: fn("split_url(value, query='', alias='urlsplit')", (_call, value: Value, query: Value) =>
    urlsplit(value, query),
  ),
  urldecode: fn('unquote_plus(string)', (_call, value: Value) =>
    unquote(textOf(value, `'${typeName(value)}' object has no attribute 'replace'`)),
  ),
};

/** Whether it can be taken apart, and has one of the schemes: to Python nearly every text is a URI. */
function isUri(value: Value, schemes: Value): boolean {
  try {
    return allows(schemes, splitUrl(str(value)).scheme);
  } catch (error) {
    if (error instanceof PythonError) return false;
    throw error;
  }
}

function allows(schemes: Value, scheme: string): boolean {
  if (!truth(schemes)) return true;
  if (typeof schemes === 'string') return schemes.includes(scheme);
  return listOf(schemes).includes(scheme);
}

function isUrl(value: Value, schemes: Value): boolean {
  if (!isUri(value, schemes)) return false;
  const { netloc, scheme } = splitUrl(str(value));
  return netloc !== '' || scheme === 'file';
}

const onText =
  (test: (value: string, schemes: Value) => boolean) => (_call: Call, value: Value, schemes: Value) =>
    // `urllib` takes anything that is empty for an empty text.
    (isText(value) || !truth(value)) && test(isText(value) ? str(value) : '', schemes);

const isText = (value: Value): boolean => typeof value === 'string' || value instanceof Markup;

export const urlTests: Record<string, PythonFunction> = {
  uri: fn('is_uri(value, schemes=None)', onText(isUri)),
  url: fn('is_url(value, schemes=None)', onText(isUrl)),
  urn: fn('is_urn(value)', (_call, value: Value) => typeof value === 'string' && /^urn:/i.test(value)),
};
