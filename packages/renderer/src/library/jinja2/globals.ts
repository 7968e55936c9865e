import { Dict } from '../../values/dict.ts';
import { typeError } from '../../values/errors.ts';
import { fn } from '../../values/function.ts';
import { Instance } from '../../values/instance.ts';
import { listOf } from '../../values/iterate.ts';
import { Namespace } from '../../values/namespace.ts';
import { ADDRESS, str } from '../../values/print.ts';
import { Range } from '../../values/range.ts';
import { typeName } from '../../values/type-name.ts';
import type { Named, Value } from '../../values/value.ts';
import { lorem } from './lorem.ts';

export const globals: Record<string, Value> = {
  range: Object.assign(
    fn('range(*args)', (_call, args: Value[]) => range(args)),
    { isClass: true },
  ),
  dict: Object.assign(
    fn('dict(*args, **kwargs)', (_call, args: Value[], named: Named) => dictOf(args, named)),
    { isClass: true },
  ),
  namespace: Object.assign(
    fn(
      'namespace(*args, **kwargs)',
      (_call, args: Value[], named: Named) => new Namespace(dictOf(args, named)),
    ),
    { isClass: true },
  ),
  cycler: Object.assign(
    fn('cycler(*items)', (_call, items: Value[]) => new Cycler(items)),
    { isClass: true },
  ),
  joiner: Object.assign(
    fn("joiner(sep=', ')", (_call, separator: Value) => new Joiner(separator)),
    { isClass: true },
  ),
  lipsum: fn('lipsum(n=5, html=True, min=20, max=100)', lorem),
};

function range(args: Value[]): Range {
  if (args.length === 0 || args.length > 3) {
    throw typeError(
      `range expected ${args.length === 0 ? 'at least 1 argument' : 'at most 3 arguments'}, got ${args.length}`,
    );
  }
  const [first = 0, second, step = 1] = args.map((value) => {
    if (typeof value === 'number') return value;
    if (typeof value === 'boolean') return Number(value);
    throw typeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
  });
  return second === undefined ? new Range(0, first) : new Range(first, second, step);
}

function dictOf(args: Value[], named: Named): Dict {
  const [given] = args;
  if (args.length > 1) throw typeError(`dict expected at most 1 argument, got ${args.length}`);
  const dict = new Dict();
  for (const [key, value] of entriesOf(given)) dict.set(key, value);
  for (const [name, value] of named) dict.set(name, value);
  return dict;
}

function entriesOf(given: Value | undefined): Iterable<readonly [Value, Value]> {
  if (given === undefined) return [];
  if (given instanceof Dict) return given.entries();
  return listOf(given).map((pair): readonly [Value, Value] => {
    const [key, value, ...more] = listOf(pair);
    if (key === undefined || value === undefined || more.length > 0) {
      throw typeError('cannot convert dictionary update sequence element to a pair');
    }
    return [key, value];
  });
}

/** `cycler(…)`: one value after the other, again and again. */
class Cycler extends Instance {
  readonly typeName = 'Cycler';
  readonly #items: readonly Value[];
  #at = 0;

  constructor(items: readonly Value[]) {
    super();
    if (items.length === 0) throw typeError('at least one item has to be provided');
    this.#items = items;
  }

  get #current(): Value {
    return this.#items[this.#at] ?? null;
  }

  override attribute(name: string): Value | undefined {
    if (name === 'current') return this.#current;
    if (name === 'pos') return this.#at;
    if (name === 'reset') return fn('reset()', () => this.#reset());
    return name === 'next' ? fn('next()', () => this.#next()) : undefined;
  }

  #next(): Value {
    const value = this.#current;
    this.#at = (this.#at + 1) % this.#items.length;
    return value;
  }

  #reset(): Value {
    this.#at = 0;
    return null;
  }

  override repr(): string {
    return `<jinja2.utils.Cycler object at ${ADDRESS}>`;
  }
}

/** `joiner(…)`: nothing when it is called first, the separator from then on. */
class Joiner extends Instance {
  readonly typeName = 'Joiner';
  readonly #separator: Value;
  #wasCalled = false;

  constructor(separator: Value) {
    super();
    this.#separator = separator;
  }

  override readonly call = (): Value => {
    if (this.#wasCalled) return this.#separator;
    this.#wasCalled = true;
    return '';
  };

  override attribute(name: string): Value | undefined {
    return name === 'sep' ? this.#separator : undefined;
  }

  override repr(): string {
    return `<jinja2.utils.Joiner object at ${ADDRESS}>`;
  }

  override str(): string {
    return str(this.repr());
  }
}
