import { getAttribute } from '../../values/access.ts';
import { escaped } from '../../values/escape.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { Markup } from '../../values/markup.ts';
import { str } from '../../values/print.ts';
import { typeName } from '../../values/type-name.ts';
import type { Value } from '../../values/value.ts';
import { textOf } from './plugin.ts';

/** `shlex.quote`. What it puts around a safe text is escaped, as with any text that is added to one. */
function quoteForShell(value: Value): Value {
  const text = value === null ? '' : str(value);
  if (text === '') return "''";
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  const [quote, inside] = value instanceof Markup ? [escaped("'"), escaped(`'"'"'`)] : ["'", `'"'"'`];
  const quoted = quote + text.replaceAll("'", inside) + quote;
  return value instanceof Markup ? new Markup(quoted) : quoted;
}

export const textFilters: Record<string, PythonFunction> = {
  quote: fn('quote(a)', (_call, value: Value) => quoteForShell(value)),
  split: fn('split(self, sep=None, maxsplit=-1)', (call, value: Value, separator: Value, most: Value) => {
    const text = textOf(
      value,
      `descriptor 'split' for 'str' objects doesn't apply to a '${typeName(value)}' object`,
    );
    return call.invoke(getAttribute(text, 'split') ?? null, [separator, most]);
  }),
};
