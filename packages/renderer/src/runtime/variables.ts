import { fromPlain } from '../values/plain.ts';
import type { Value } from '../values/value.ts';

/** Names and their values: of the user, of the environment, of a template that includes another one. */
export interface Variables {
  get(name: string): Value | undefined;
  /** For a hint at a name that is meant. */
  names(): Iterable<string>;
  /**
   * The same variables for another render, where renders may not see what others change in a list or a dictionary.
   * Without it they do.
   */
  afresh?(): Variables;
}

export const NO_VARIABLES: Variables = { get: () => undefined, names: () => [] };

/** Variables in front of others. */
export function layered(front: Variables, back: Variables): Variables {
  return {
    get: (name) => {
      const value = front.get(name);
      return value === undefined ? back.get(name) : value;
    },
    *names() {
      yield* front.names();
      yield* back.names();
    },
  };
}

export function variablesOf(values: ReadonlyMap<string, Value>): Variables {
  return { get: (name) => values.get(name), names: () => values.keys() };
}

/** The variables of a template's code; one that is not set yet is none. */
export function localVariables(locals: Readonly<Record<string, Value | undefined>>): Variables {
  return {
    get: (name) => locals[name],
    names: () => Object.keys(locals).filter((name) => locals[name] !== undefined),
  };
}

/** Values of JavaScript: what a name has is converted once, when it is asked for. */
export function plainVariables(
  values: Readonly<Record<string, unknown>> | ReadonlyMap<string, unknown>,
): Variables {
  const converted = new Map<string, Value | undefined>();
  const given = (name: string): unknown => {
    if (values instanceof Map) return values.get(name);
    return Object.hasOwn(values, name) ? (values as Readonly<Record<string, unknown>>)[name] : undefined;
  };
  return {
    get(name) {
      if (!converted.has(name)) {
        const value = given(name);
        converted.set(name, value === undefined ? undefined : fromPlain(value));
      }
      return converted.get(name);
    },
    names: () => (values instanceof Map ? values.keys() : Object.keys(values)),
  };
}
