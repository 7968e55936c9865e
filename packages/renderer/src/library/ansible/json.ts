import { type JsonOptions, writeJson } from '../../json/write.ts';
import { PythonError, typeError, valueError } from '../../values/errors.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { listOf } from '../../values/iterate.ts';
import { parseJson } from '../../values/json.ts';
import { Markup } from '../../values/markup.ts';
import { str } from '../../values/print.ts';
import { truth } from '../../values/truth.ts';
import { typeName } from '../../values/type-name.ts';
import { Undefined } from '../../values/undefined.ts';
import type { Named, Value } from '../../values/value.ts';

/** Ansible's filters that write and read JSON. */
export const jsonFilters: Readonly<Record<string, PythonFunction>> = {
  to_json: fn(
    'to_json(a, profile=None, vault_to_text=None, preprocess_unsafe=None, **kwargs)',
    (_call, value: Value, profile: Value, _vault: Value, _unsafe: Value, named: Named) => {
      refuseProfile(profile);
      return write(value, named);
    },
  ),
  to_nice_json: fn(
    'to_nice_json(a, indent=4, sort_keys=True, **kwargs)',
    (_call, value: Value, indent: Value, sortKeys: Value, named: Named) => {
      // They are Ansible's own here, whatever is given.
      const separators = [',', ': '];
      return write(
        value,
        new Map([...named, ['indent', indent], ['sort_keys', sortKeys], ['separators', separators]]),
      );
    },
  ),
  from_json: fn('from_json(a, profile=None, **kwargs)', (_call, value: Value, profile: Value) => {
    refuseProfile(profile);
    return parseJson(textOf(value));
  }),
};

function refuseProfile(profile: Value): void {
  if (profile !== null)
    throw new PythonError('NotSupported', 'a profile of JSON is not supported; leave it out');
}

function textOf(value: Value): string {
  if (typeof value === 'string') return value;
  if (value instanceof Markup) return value.text;
  if (value instanceof Undefined) throw value.error();
  throw typeError(`the JSON object must be str, bytes or bytearray, not ${typeName(value)}`);
}

/** Python's own, which Ansible has nothing against and which change nothing here. */
const ignored = new Set(['skipkeys', 'check_circular', 'vault_to_text', 'preprocess_unsafe']);
const known = new Set(['indent', 'separators', 'sort_keys', 'ensure_ascii', 'allow_nan', ...ignored]);

function write(value: Value, named: Named): string {
  for (const name of named.keys())
    if (!known.has(name))
      throw typeError(`JSONEncoder.__init__() got an unexpected keyword argument '${name}'`);
  const indent = indentOf(named.get('indent') ?? null);
  const [itemSeparator, keySeparator] = separatorsOf(named.get('separators') ?? null, indent !== undefined);
  const options: JsonOptions = {
    indent,
    itemSeparator,
    keySeparator,
    sortKeys: truth(named.get('sort_keys') ?? false),
    ascii: truth(named.get('ensure_ascii') ?? true),
    allowNan: truth(named.get('allow_nan') ?? true),
  };
  return writeJson(value, options);
}

function indentOf(value: Value): string | undefined {
  if (value === null) return undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return ' '.repeat(Math.max(0, Number(value)));
  if (typeof value === 'string') return value;
  throw typeError(`can't multiply sequence by non-int of type '${typeName(value)}'`);
}

function separatorsOf(value: Value, isIndented: boolean): [string, string] {
  if (value === null) return [isIndented ? ',' : ', ', ': '];
  const [item, key, ...rest] = listOf(value).map(str);
  if (item === undefined || key === undefined || rest.length > 0)
    throw valueError(`${rest.length > 0 ? 'too many' : 'not enough'} values to unpack (expected 2)`);
  return [item, key];
}
