import { Float } from './float.ts';
import { Markup } from './markup.ts';
import { omit } from './omit.ts';
import type { Value } from './value.ts';

/** Nothing that comes later changes it. */
export const isSettled = (value: Value): boolean =>
  value === null ||
  value === omit ||
  (typeof value !== 'object' && typeof value !== 'function') ||
  value instanceof Float ||
  value instanceof Markup;
