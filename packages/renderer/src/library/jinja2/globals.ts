import type { Call } from '../../runtime/call.ts';
import { Dict } from '../../values/dict.ts';
import { PythonError, typeError, valueError } from '../../values/errors.ts';
import { fn } from '../../values/function.ts';
import { isIterable, listOf } from '../../values/iterate.ts';
import { Namespace } from '../../values/namespace.ts';
import { Range } from '../../values/range.ts';
import { Undefined } from '../../values/undefined.ts';
import type { Named, Value } from '../../values/value.ts';
import { wholeNumber } from '../../values/whole-number.ts';
import { Cycler } from './cycler.ts';
import { Joiner } from './joiner.ts';
import { lorem } from './lorem.ts';
import { PythonClass } from './python-class.ts';

export const globals: Record<string, Value> = {
  range: new PythonClass('range', 'range(*args)', (_call, args: Value[]) => range(args)),
  dict: new PythonClass('dict', 'dict(*args, **kwargs)', (call, args: Value[], named: Named) =>
    dictOf(call, args, named),
  ),
  namespace: new PythonClass(
    'jinja2.utils.Namespace',
    'namespace(*args, **kwargs)',
    (call, args: Value[], named: Named) => new Namespace(dictOf(call, args, named)),
  ),
  cycler: new PythonClass(
    'jinja2.utils.Cycler',
    'cycler(*items)',
    (_call, items: Value[]) => new Cycler(items),
  ),
  joiner: new PythonClass(
    'jinja2.utils.Joiner',
    "joiner(sep=', ')",
    (_call, separator: Value) => new Joiner(separator),
  ),
  lipsum: fn('generate_lorem_ipsum(n=5, html=True, min=20, max=100)', lorem),
};

function range(args: Value[]): Range {
  if (args.length === 0 || args.length > 3) {
    throw typeError(
      `range expected ${args.length === 0 ? 'at least 1 argument' : 'at most 3 arguments'}, got ${args.length}`,
    );
  }
  const [first = 0, second, step = 1] = args.map((value) => {
    if (typeof value === 'number') return value;
    if (typeof value !== 'bigint') return wholeNumber(value);
    throw new PythonError('NotSupported', 'range() of integers past 2 ** 53 is not supported');
  });
  return second === undefined ? new Range(0, first) : new Range(first, second, step);
}

function dictOf(call: Call, args: Value[], named: Named): Dict {
  const [given] = args;
  if (args.length > 1) throw typeError(`dict expected at most 1 argument, got ${args.length}`);
  const dict = new Dict();
  for (const [key, value] of entriesOf(call, given)) {
    dict.set(key, value);
  }
  for (const [name, value] of named) dict.set(name, value);
  return dict;
}

function entriesOf(call: Call, given: Value | undefined): Iterable<readonly [Value, Value]> {
  if (given === undefined) return [];
  if (given instanceof Dict) return given.entries();
  if (given instanceof Undefined) throw given.error();
  return listOf(given).map((pair, index) => pairOf(call, pair, index));
}

function pairOf(call: Call, given: Value, index: number): readonly [Value, Value] {
  if (!isIterable(given))
    throw typeError(`cannot convert dictionary update sequence element #${index} to a sequence`);
  const pair = listOf(given);
  const [key, value] = pair;
  // ansible-core looks at the items of a list, and not at those of a tuple.
  const looks = call.profile === 'ansible' && Array.isArray(given);
  if (looks && value instanceof Undefined && value.isStrict) throw value.error();
  if (pair.length === 2 && key !== undefined && value !== undefined) return [key, value];
  throw valueError(`dictionary update sequence element #${index} has length ${pair.length}; 2 is required`);
}
