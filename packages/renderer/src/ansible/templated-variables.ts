import type { Compiled } from '../engine.ts';
import { RenderError } from '../render-error.ts';
import { NO_VARIABLES, type Variables } from '../runtime/variables.ts';
import { Dict } from '../values/dict.ts';
import { PythonError } from '../values/errors.ts';
import { NamedTuple } from '../values/named-tuple.ts';
import { isSettled } from '../values/settled.ts';
import { Tuple } from '../values/tuple.ts';
import { Undefined } from '../values/undefined.ts';
import type { Value } from '../values/value.ts';
import { Verbatim } from '../values/verbatim.ts';
import { type AnsibleOptions, compileForAnsible } from './template.ts';

/**
 * Variables whose values are templates of each other, as inventories and vars files have them.
 *
 * A variable is rendered when it is asked for, and so is each text inside of a list or a dictionary: one may refer to
 * another in the same. What cannot be rendered is an error once it is used. What a template gives is no template again.
 *
 * Each render, also that of a variable, has lists and dictionaries of its own: what it changes in them no other sees.
 *
 * @param raw - The variables as they are written. A text that Ansible would not template (`!unsafe`) is a
 *   {@link Verbatim}.
 * @param given - Variables that are no templates, over those: what {@link hostVariables} gives.
 */
export function templatedVariables(
  raw: Variables,
  options: AnsibleOptions,
  given: Variables = NO_VARIABLES,
): Variables {
  const templates = new Templates(options);
  const afresh = (): Variables => {
    const values = new Map<string, Value | undefined>();
    return {
      *names() {
        yield* raw.names();
        yield* given.names();
      },
      get(name) {
        if (!values.has(name)) values.set(name, given.get(name) ?? variable(name));
        return values.get(name);
      },
      afresh,
    };
  };
  const variable = (name: string): Value | undefined => {
    const written = raw.get(name);
    return written === undefined
      ? undefined
      : inside({ within: raw, key: name, path: name, depth: 0 }, written);
  };

  /** What stands at a place of the variables, for one render. */
  function inside(slot: Slot, written: Value): Value {
    if (slot.depth > DEEPEST)
      throw new PythonError(
        'RecursionError',
        `the variable '${slot.path}' is nested more than ${DEEPEST} times`,
      );
    if (isTemplate(written)) return templates.at(slot, written).render(afresh());
    if (written instanceof Verbatim) return written.text;
    if (Array.isArray(written)) return listOf(slot, written);
    return written instanceof Dict ? dictOf(slot, written) : written;
  }

  function listOf({ path, depth }: Slot, written: readonly Value[]): Value[] {
    const list: Value[] = [];
    asWritten.add(list);
    for (const [index, item] of written.entries()) {
      const slot = { within: written, key: index, path: `${path}[${index}]`, depth: depth + 1 };
      if (isForLater(item)) setLater(list, index, () => inside(slot, item));
      else list.push(inside(slot, item));
    }
    return list;
  }

  function dictOf({ path, depth }: Slot, written: Dict): Dict {
    const dict = new Dict();
    asWritten.add(dict);
    for (const [key, item] of written.entries()) {
      const slot = { within: written, key, path: `${path}.${String(key)}`, depth: depth + 1 };
      if (isForLater(item)) dict.setLater(key, () => inside(slot, item));
      else dict.set(key, inside(slot, item));
    }
    return dict;
  }

  return afresh();
}

/** A place in the variables as they are written. */
interface Slot {
  /** What it is a part of: all variables, or a list or a dictionary. */
  readonly within: object;
  readonly key: Value;
  /** As templates refer to it; two places may have the same, where a key holds a dot. */
  readonly path: string;
  readonly depth: number;
}

const DEEPEST = 500;

const isTemplate = (written: Value): written is string =>
  typeof written === 'string' && /\{[{%#]|^#jinja2:/.test(written);

const isForLater = (written: Value): boolean =>
  Array.isArray(written) || written instanceof Dict || isTemplate(written);

/** An item that is worked out once somebody looks at it. */
function setLater(list: Value[], index: number, work: () => Value): void {
  const set = (value: Value): void => {
    Object.defineProperty(list, index, { value, writable: true, enumerable: true, configurable: true });
  };
  const get = (): Value => {
    const value = work();
    set(value);
    return value;
  };
  Object.defineProperty(list, index, { get, set, enumerable: true, configurable: true });
}

/** The templates of variables. */
class Templates {
  readonly #options: AnsibleOptions;
  readonly #known = new WeakMap<object, Map<Value, Template>>();
  /** Those that are rendered just now. */
  readonly #running: Template[] = [];

  constructor(options: AnsibleOptions) {
    this.#options = options;
  }

  at({ within, key, path }: Slot, text: string): Template {
    const siblings = this.#known.get(within) ?? new Map<Value, Template>();
    this.#known.set(within, siblings);
    const known = siblings.get(key) ?? new Template(path, text, this.#options, this.#running);
    siblings.set(key, known);
    return known;
  }
}

class Template {
  readonly path: string;
  readonly #text: string;
  readonly #options: AnsibleOptions;
  readonly #running: Template[];
  #compiled: Compiled | undefined;
  /** What it gives, where that is the same for each render. */
  #value: Value | undefined;

  constructor(path: string, text: string, options: AnsibleOptions, running: Template[]) {
    this.path = path;
    this.#text = text;
    this.#options = options;
    this.#running = running;
  }

  render(variables: Variables): Value {
    if (this.#value !== undefined) return this.#value;
    const running = this.#running;
    if (running.includes(this)) return madeOfItself([...running.slice(running.indexOf(this)), this]);
    running.push(this);
    try {
      const value = this.#evaluate(variables);
      if (isLasting(value)) this.#value = value;
      return value;
    } finally {
      running.pop();
    }
  }

  #evaluate(variables: Variables): Value {
    try {
      this.#compiled ??= compileForAnsible(this.#text, `variable ${this.path}`, this.#options);
      return unshared(this.#compiled.evaluateLazily(variables));
    } catch (error) {
      if (error instanceof RenderError) return failed(error);
      throw error;
    }
  }
}

/** A circle is one only for whom it began with. */
const isLasting = (value: Value): boolean =>
  value instanceof Undefined ? value.errorType !== 'RecursionError' : isSettled(value);

/**
 * A list or a dictionary that a template has made, as ansible-core hands it on: each one in it is another one, though
 * the template may have put the same in twice.
 */
function unshared(value: Value): Value {
  if (Array.isArray(value)) return asWritten.has(value) ? value : value.map(unshared);
  if (value instanceof Dict) {
    if (asWritten.has(value)) return value;
    return Dict.of([...value.entries()].map(([key, item]) => [key, unshared(item)]));
  }
  if (value instanceof Tuple && !(value instanceof NamedTuple)) return new Tuple(value.items.map(unshared));
  return value;
}

/** Lists and dictionaries that stand in the variables themselves: a render has its own of them already. */
const asWritten = new WeakSet<object>();

function madeOfItself(circle: readonly Template[]): Undefined {
  const paths = circle.map(({ path }) => path);
  const message = `the variable '${paths.at(-1)}' is made of itself: ${paths.join(' → ')}`;
  return Undefined.of(new PythonError('RecursionError', message));
}

function failed(error: RenderError): Undefined {
  const type = error.cause instanceof PythonError ? error.cause.type : 'TemplateRuntimeError';
  return Undefined.of(new PythonError(type, error.reason, { cause: error }));
}
