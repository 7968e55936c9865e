import type { Missing } from '../values/errors.ts';
import type { PythonFunction } from '../values/function.ts';
import type { Undefined } from '../values/undefined.ts';
import type { Named, Value } from '../values/value.ts';

/** What Jinja2 and ansible-core do differently. */
export type Profile = 'jinja2' | 'ansible';

/** What a filter, a test or a global may know of where it is called. */
export interface Call {
  readonly profile: Profile;
  /** Whether what is printed here is escaped. */
  readonly autoescape: boolean;
  readonly newlineSequence: string;
  /** Jinja2's `policies`, such as `truncate.leeway`. */
  readonly policies: ReadonlyMap<string, Value>;
  /** A variable as the render was given it, whatever templates have set; undefined where there is none. */
  given(name: string): Value | undefined;
  /** @throws PythonError where there is no such filter. */
  filter(name: string): PythonFunction;
  /** @throws PythonError where there is no such test. */
  test(name: string): PythonFunction;
  /** Calls what a template could call: a function, a macro, a method. */
  invoke(callee: Value, args: readonly Value[], named?: Named): Value;
  /** `object.name` as a template has it: an attribute, then an item, then undefined. */
  attribute(object: Value, name: string): Value;
  /** `object[key]` as a template has it: an item, then an attribute, then undefined. */
  item(object: Value, key: Value): Value;
  /** An undefined value of the environment's kind. */
  undefined(message: string, missing?: Missing): Undefined;
  /** Runs what ansible-core keeps the error of: it is the result then, and raised once that is used. */
  attempt(run: () => Value): Value;
  /** What the clock says, in milliseconds since 1970; the renderer itself asks no clock. */
  now(): number;
  /** A number from 0 up to 1, of the environment's source of chance. */
  random(): number;
}
