import { RenderError } from '../render-error.ts';
import type { Variables } from '../runtime/variables.ts';
import { Dict } from '../values/dict.ts';
import { PythonError } from '../values/errors.ts';
import { Undefined } from '../values/undefined.ts';
import type { Value } from '../values/value.ts';
import { Verbatim } from '../values/verbatim.ts';
import { type AnsibleOptions, compileForAnsible } from './template.ts';

/**
 * Variables whose values are templates of each other, as inventories and vars files have them.
 *
 * A variable is rendered once, when it is asked for, and so is each text inside of a list or a dictionary: one may refer
 * to another in the same. What cannot be rendered is an error once it is used. What a template gives is no template
 * again.
 *
 * @param raw - The variables as they are written. A text that Ansible would not template (`!unsafe`) is a
 *   {@link Verbatim}.
 */
export function templatedVariables(raw: Variables, options: AnsibleOptions): Variables {
  const values = new Map<string, () => Value | undefined>();
  const running: Running[] = [];
  const variables: Variables = {
    names: () => raw.names(),
    get(name) {
      const known = values.get(name) ?? prepared(name);
      values.set(name, known);
      return known();
    },
  };

  function prepared(name: string): () => Value | undefined {
    const given = raw.get(name);
    if (typeof given === 'string' && mayBeTemplate(given)) return rendered(name, given);
    const value = given === undefined ? undefined : inside(name, given, 0);
    return () => value;
  }

  /** @param path - What is rendered, as templates refer to it. */
  function rendered(path: string, text: string): () => Value {
    let value: Value | undefined;
    const self: Running = { path };
    return () => {
      if (value !== undefined) return value;
      if (running.includes(self)) return madeOfItself([...running.slice(running.indexOf(self)), self]);
      running.push(self);
      try {
        value = resultOf(path, text);
        return value;
      } finally {
        running.pop();
      }
    };
  }

  function resultOf(path: string, text: string): Value {
    try {
      return compileForAnsible(text, `variable ${path}`, options).evaluate(variables);
    } catch (error) {
      if (error instanceof RenderError) return failed(error);
      throw error;
    }
  }

  function inside(path: string, value: Value, depth: number): Value {
    if (depth > DEEPEST)
      throw new PythonError('RecursionError', `the variable '${path}' is nested more than ${DEEPEST} times`);
    if (value instanceof Verbatim) return value.text;
    if (Array.isArray(value)) return listOf(path, value, depth + 1);
    return value instanceof Dict ? dictOf(path, value, depth + 1) : value;
  }

  function listOf(path: string, given: readonly Value[], depth: number): Value[] {
    const list: Value[] = [];
    for (const [index, item] of given.entries()) {
      const itsPath = `${path}[${index}]`;
      if (typeof item === 'string' && mayBeTemplate(item)) setLater(list, index, rendered(itsPath, item));
      else list.push(inside(itsPath, item, depth));
    }
    return list;
  }

  function dictOf(path: string, given: Dict, depth: number): Dict {
    const dict = new Dict();
    for (const [key, item] of given.entries()) {
      const itsPath = `${path}.${String(key)}`;
      if (typeof item === 'string' && mayBeTemplate(item)) dict.setLater(key, rendered(itsPath, item));
      else dict.set(key, inside(itsPath, item, depth));
    }
    return dict;
  }

  return variables;
}

/** A template that is rendered just now: two of them may have one path, where a key holds a dot. */
interface Running {
  readonly path: string;
}

const DEEPEST = 500;

const mayBeTemplate = (text: string): boolean => /\{[{%#]|^#jinja2:/.test(text);

/** An item that is worked out once somebody looks at it. */
function setLater(list: Value[], index: number, work: () => Value): void {
  const settle = (value: Value): void => {
    Object.defineProperty(list, index, { value, writable: true, enumerable: true, configurable: true });
  };
  Object.defineProperty(list, index, { get: work, set: settle, enumerable: true, configurable: true });
}

function madeOfItself(circle: readonly Running[]): Undefined {
  const paths = circle.map(({ path }) => path);
  const message = `the variable '${paths.at(-1)}' is made of itself: ${paths.join(' → ')}`;
  return Undefined.of(new PythonError('RecursionError', message));
}

function failed(error: RenderError): Undefined {
  const type = error.cause instanceof PythonError ? error.cause.type : 'TemplateRuntimeError';
  return Undefined.of(new PythonError(type, error.reason, { cause: error }));
}
