import { typeError } from '../../values/errors.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { integral } from '../../values/numeric.ts';
import { str } from '../../values/print.ts';
import { typeName } from '../../values/type-name.ts';
import type { Named, Value } from '../../values/value.ts';
import { failed, textOf } from './plugin.ts';

interface Style {
  readonly beginning: string;
  readonly decoration: string;
  readonly end: string;
}

const STYLES: ReadonlyMap<string, Style> = new Map([
  ['plain', { beginning: '', decoration: '# ', end: '' }],
  ['erlang', { beginning: '', decoration: '% ', end: '' }],
  ['c', { beginning: '', decoration: '// ', end: '' }],
  ['cblock', { beginning: '/*', decoration: ' * ', end: ' */' }],
  ['xml', { beginning: '<!--', decoration: ' - ', end: '-->' }],
]);

/** What cannot be left out by giving None. */
const NEEDED: readonly string[] = ['newline', 'decoration', 'postfix'];

/** `comment`: the text with a decoration before each line, between lines of the style. */
export const commentFilters: Record<string, PythonFunction> = {
  comment: fn("comment(text, style='plain', **kw)", (_call, text: Value, style: Value, given: Named) =>
    comment(textOf(text, `'${typeName(text)}' object has no attribute 'replace'`), str(style), given),
  ),
};

function comment(text: string, name: string, given: Named): string {
  const style = STYLES.get(name);
  if (!style) throw failed(`Invalid style '${name}'.`);
  const option = (key: string, fallback: string): string => {
    const value = given.get(key);
    if (value === null && NEEDED.includes(key)) throw typeError(`'${key}' of a comment has to be a text`);
    return value === undefined ? fallback : value === null ? '' : str(value);
  };
  const newline = option('newline', '\n');
  const decoration = option('decoration', style.decoration);
  const [beginning, end] = [option('beginning', style.beginning), option('end', style.end)];
  const bare = decoration.trimEnd();
  const [prefix, postfix] = [option('prefix', bare), option('postfix', bare)];
  return [
    beginning && beginning + newline,
    prefix && (prefix + newline).repeat(count(given, 'prefix_count')),
    decorate(text, decoration, newline),
    (newline + postfix).repeat(count(given, 'postfix_count')),
    end && newline + end,
  ].join('');
}

/** A line that ends with the decoration, as an empty one does, has no blanks at its end; the last one has. */
function decorate(text: string, decoration: string, newline: string): string {
  const decorated = decoration + text.replaceAll(newline, newline + decoration);
  return decorated.replaceAll(decoration + newline, decoration.trimEnd() + newline);
}

function count(given: Named, key: string): number {
  const value = given.get(key);
  const number = value === undefined ? 1 : integral(value);
  if (number === undefined) throw typeError(`'${key}' of a comment has to be a number`);
  return Math.max(0, Number(number));
}
