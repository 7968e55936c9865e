import type { SyntaxOptions } from '../syntax/options.ts';
import type { PythonFunction } from '../values/function.ts';
import type { Strictness } from '../values/undefined.ts';
import type { Value } from '../values/value.ts';
import type { Buffer } from './buffer.ts';
import type { Profile } from './call.ts';
import type { CompiledTemplate } from './compiled-template.ts';
import type { Context } from './context.ts';

/** What all templates of an environment share. */
export interface Environment {
  readonly profile: Profile;
  readonly syntax: SyntaxOptions;
  readonly strictness: Strictness;
  readonly autoescape: boolean;
  readonly policies: ReadonlyMap<string, Value>;
  /** @throws PythonError where there is none. */
  filter(name: string): PythonFunction;
  /** @throws PythonError where there is none. */
  test(name: string): PythonFunction;
  global(name: string): Value | undefined;
  globalNames(): Iterable<string>;
  /** @throws RenderError for a template that is no Jinja2. */
  template(name: string): CompiledTemplate | undefined;
  now(): number;
  random(): number;
  /** An empty buffer. */
  readonly empty: Buffer;
  join(before: Buffer, after: Buffer): Buffer;
  /** What a buffer holds, as a value. */
  captured(buffer: Buffer, context: Context): Value;
}
