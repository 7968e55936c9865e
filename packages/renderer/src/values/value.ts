import type { Dict } from './dict.ts';
import type { Float } from './float.ts';
import type { PythonFunction } from './function.ts';
import type { Instance } from './instance.ts';
import type { Markup } from './markup.ts';
import type { Tuple } from './tuple.ts';
import type { Undefined } from './undefined.ts';

/**
 * A value of Python, as templates see it.
 *
 * | Python            | here                                                        |
 * | ----------------- | ----------------------------------------------------------- |
 * | `None`            | `null`                                                      |
 * | `bool`            | `boolean`                                                   |
 * | `int`             | `number`, a safe integer; past 2^53 `bigint`, never both    |
 * | `float`           | {@link Float}                                               |
 * | `str`             | `string`; positions and lengths count code points           |
 * | `list`            | an array                                                    |
 * | `tuple`           | {@link Tuple}                                               |
 * | `dict`            | {@link Dict}                                                |
 * | a safe string     | {@link Markup}                                              |
 * | an undefined name | {@link Undefined}                                           |
 * | what can be called| {@link PythonFunction}                                      |
 * | anything else     | {@link Instance}: views, ranges, generators, loops, macros … |
 */
export type Value =
  | null
  | boolean
  | number
  | bigint
  | Float
  | string
  | Value[]
  | Tuple
  | Dict
  | Markup
  | Undefined
  | PythonFunction
  | Instance;

/** Named arguments of a call, in the order of the call. */
export type Named = ReadonlyMap<string, Value>;
