import { PythonError, typeError } from '../../values/errors.ts';
import { Float } from '../../values/float.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { listOf } from '../../values/iterate.ts';
import { Markup } from '../../values/markup.ts';
import { str } from '../../values/print.ts';
import { truth } from '../../values/truth.ts';
import { Undefined } from '../../values/undefined.ts';
import type { Named, Value } from '../../values/value.ts';
import { dumpYaml } from '../../yaml/dump.ts';
import type { ScalarStyle } from '../../yaml/node.ts';
import type { DumpOptions } from '../../yaml/options.ts';
import { parseYaml } from '../../yaml/parse.ts';

/** Ansible's filters that write and read YAML. Positions after the first are taken and not looked at, as there. */
export const yamlFilters: Readonly<Record<string, PythonFunction>> = {
  to_yaml: fn(
    'to_yaml(a, *_args, default_flow_style=None, **kwargs)',
    (_call, value: Value, _rest: readonly Value[], flow: Value, named: Named) => dump(value, flow, named),
  ),
  to_nice_yaml: fn(
    'to_nice_yaml(a, indent=4, *_args, default_flow_style=False, **kwargs)',
    (_call, value: Value, indent: Value, _rest: readonly Value[], flow: Value, named: Named) =>
      dump(value, flow, new Map([...named, ['indent', indent]])),
  ),
  from_yaml: fn('from_yaml(data)', (_call, data: Value) => {
    const text = textOf(data);
    if (text === undefined) return data;
    const documents = parseYaml(text);
    if (documents.length > 1)
      throw new PythonError(
        'ValueError',
        'expected a single document in the stream; from_yaml_all reads several',
      );
    return documents[0] ?? null;
  }),
  from_yaml_all: fn('from_yaml_all(data)', (_call, data: Value) => {
    if (data === null) return [];
    const text = textOf(data);
    return text === undefined ? data : parseYaml(text);
  }),
};

/** What is no text is given back as it is. */
function textOf(data: Value): string | undefined {
  if (data instanceof Undefined && data.isStrict) throw data.error();
  // As PyYAML says of what is a text to it, and none to its reader in C.
  if (data instanceof Markup) throw typeError('a string or stream input is required');
  return typeof data === 'string' ? data : undefined;
}

function dump(value: Value, flow: Value, named: Named): string {
  const options = [...named].map(([name, given]) => option(name, given));
  return dumpYaml(value, Object.assign({ flow: flow === null ? undefined : truth(flow) }, ...options));
}

const styles = new Map<string, ScalarStyle>([
  ["'", 'single'],
  ['"', 'double'],
  ['|', 'literal'],
  ['>', 'folded'],
]);

function option(name: string, value: Value): Partial<DumpOptions> {
  switch (name) {
    case 'indent':
      return value === null ? {} : { indent: integer(value) };
    case 'width':
      return value === null ? {} : { width: integer(value) };
    case 'sort_keys':
      return { sortKeys: truth(value) };
    case 'explicit_start':
      return { explicitStart: truth(value) };
    case 'explicit_end':
      return { explicitEnd: truth(value) };
    case 'default_style':
      return truth(value) ? { style: styles.get(str(value)) ?? 'plain' } : {};
    case 'line_break':
      return value === '\r' || value === '\r\n' ? { lineBreak: value } : {};
    case 'version':
      return value === null ? {} : { version: listOf(value).map(str).join('.') };
    case 'canonical':
    case 'encoding':
    case 'tags':
    case 'stream':
      return refused(name, value);
    case 'allow_unicode':
    case 'Dumper':
      throw typeError(`yaml.dump() got multiple values for keyword argument '${name}'`);
    default:
      throw typeError(`dump_all() got an unexpected keyword argument '${name}'`);
  }
}

function refused(name: string, value: Value): Partial<DumpOptions> {
  if (!truth(value)) return {};
  throw new PythonError('NotSupported', `to_yaml(${name}=…) is not supported here; leave it out`);
}

function integer(value: Value): number {
  if (typeof value === 'number' || typeof value === 'boolean') return Number(value);
  if (value instanceof Float && Number.isFinite(value.value)) return Math.trunc(value.value);
  throw typeError('an integer is required');
}
