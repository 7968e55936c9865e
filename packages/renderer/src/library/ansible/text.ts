import { getAttribute } from '../../values/access.ts';
import { typeError } from '../../values/errors.ts';
import type { PythonFunction } from '../../values/function.ts';
import { str } from '../../values/print.ts';
import { typeName } from '../../values/type-name.ts';
import type { Value } from '../../values/value.ts';
import { plugin } from './plugin.ts';

/** `shlex.quote` */
function quoteForShell(text: string): string {
  if (text === '') return "''";
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'"'"'`)}'`;
}

export const textFilters: Record<string, PythonFunction> = {
  quote: plugin('quote(a)', (_call, value: Value) => quoteForShell(value === null ? '' : str(value))),
  split: plugin('split(self, sep=None, maxsplit=-1)', (call, value: Value, separator: Value, most: Value) => {
    if (typeof value !== 'string')
      throw typeError(`descriptor 'split' for 'str' objects doesn't apply to a '${typeName(value)}' object`);
    return call.invoke(getAttribute(value, 'split') ?? null, [separator, most]);
  }),
};
