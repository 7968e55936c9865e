import type { Place } from '../values/errors.ts';
import type { CompiledTemplate } from './compiled-template.ts';
import type { Variables } from './variables.ts';

/** Where a render is, for what is said when it fails. */
export interface State {
  /** Offset into the source of `template` of what is rendered now. */
  at: number;
  template: CompiledTemplate;
  /** How many macros, blocks and imports are being captured: what is printed there is not looked at yet. */
  capturing: number;
  /** The templates that brought this one in, the first one first, and where in them. */
  readonly path: { readonly template: CompiledTemplate; readonly at: number }[];
  /** The variables of the render, without what templates set. */
  readonly given: Variables;
}

/** Runs what belongs to another template. Where it fails, the state stays at the place of the failure. */
export function within<T>(state: State, template: CompiledTemplate, run: () => T): T {
  if (template === state.template) return run();
  const { template: before, at } = state;
  state.path.push({ template: before, at });
  state.template = template;
  state.at = 0;
  const result = run();
  state.path.pop();
  state.template = before;
  state.at = at;
  return result;
}

const NOWHERE_ELSE: Place['path'] = [];

/** Where the render is now. */
export function placeOf({ at, template, path }: State): Place {
  return { at, template, path: path.length === 0 ? NOWHERE_ELSE : [...path] };
}

/** Runs what is printed as it comes, although it may stand in something that is captured. */
export function uncaptured<T>(state: State, run: () => T): T {
  const { capturing: before } = state;
  state.capturing = 0;
  const result = run();
  state.capturing = before;
  return result;
}

/** Runs what prints into a value. */
export function capturing<T>(state: State, run: () => T): T {
  state.capturing++;
  const result = run();
  state.capturing--;
  return result;
}
