import type { Call } from '../../runtime/call.ts';
import { Dict } from '../../values/dict.ts';
import { PythonError, typeError } from '../../values/errors.ts';
import { fn } from '../../values/function.ts';
import { Namespace } from '../../values/namespace.ts';
import { pairsOf } from '../../values/pairs.ts';
import { Range } from '../../values/range.ts';
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
  const dict = Dict.of(given === undefined ? [] : pairsOf(call, given));
  for (const [name, value] of named) dict.set(name, value);
  return dict;
}
