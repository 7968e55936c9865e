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
 * A variable is rendered once, when it is asked for. What cannot be rendered inside of a list or a dictionary is
 * undefined there, and an error once it is used. What a template gives is no template again.
 *
 * @param raw - The variables as they are written. A text that Ansible would not template (`!unsafe`) is a
 *   {@link Verbatim}.
 */
export function templatedVariables(raw: Variables, options: AnsibleOptions): Variables {
  const done = new Map<string, Value | undefined>();
  const running: string[] = [];
  const variables: Variables = {
    names: () => raw.names(),
    get(name) {
      if (done.has(name)) return done.get(name);
      const given = raw.get(name);
      const value = given === undefined ? undefined : follow(name, given);
      done.set(name, value);
      return value;
    },
  };

  function follow(name: string, given: Value): Value {
    if (running.includes(name)) {
      const circle = [...running.slice(running.indexOf(name)), name].join(' → ');
      throw new PythonError('RecursionError', `the variable '${name}' is made of itself: ${circle}`);
    }
    running.push(name);
    try {
      return typeof given === 'string' ? rendered(name, given) : inside(name, given, 0);
    } finally {
      running.pop();
    }
  }

  function rendered(name: string, text: string): Value {
    if (!mayBeTemplate(text)) return text;
    try {
      return compileForAnsible(text, `variable ${name}`, options).evaluate(variables);
    } catch (error) {
      if (error instanceof RenderError && isUndefined(error.cause)) return absent(error);
      throw error;
    }
  }

  function inside(name: string, value: Value, depth: number): Value {
    if (depth > DEEPEST)
      throw new PythonError('RecursionError', `the variable '${name}' is nested more than ${DEEPEST} times`);
    if (typeof value === 'string') return mayBeTemplate(value) ? deferred(name, value) : value;
    if (value instanceof Verbatim) return value.text;
    if (Array.isArray(value)) return value.map((item) => inside(name, item, depth + 1));
    if (!(value instanceof Dict)) return value;
    const result = new Dict();
    for (const [key, item] of value.entries()) result.set(key, inside(name, item, depth + 1));
    return result;
  }

  /** The rest of a variable may be right. */
  function deferred(name: string, text: string): Value {
    try {
      return rendered(name, text);
    } catch (error) {
      if (error instanceof RenderError) return absent(error);
      throw error;
    }
  }

  return variables;
}

const DEEPEST = 500;

const mayBeTemplate = (text: string): boolean => /\{[{%#]|^#jinja2:/.test(text);

const isUndefined = (cause: unknown): boolean =>
  cause instanceof PythonError && cause.type === 'UndefinedError';

function absent(error: RenderError): Undefined {
  const type = error.cause instanceof PythonError ? error.cause.type : 'TemplateRuntimeError';
  return new Undefined('strict-chainable', error.reason, undefined, type);
}
