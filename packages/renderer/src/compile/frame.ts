import type { Profile } from '../runtime/call.ts';
import type { Code } from './code.ts';
import type { Registry } from './registry.ts';
import { Scope } from './scope.ts';

/** What is the same for all of a template. */
export interface Unit extends Registry {
  readonly code: Code;
  readonly profile: Profile;
  /** Line of an offset into the source, from 1: some of Jinja2's messages name it. */
  readonly lineOf: (at: number) => number;
  /** Whether what is printed may have to be escaped. */
  readonly escapes: boolean;
  /** Whether there is an `extends`, and whether one was passed that always runs. */
  readonly inherits: boolean;
  knowsParent: boolean;
}

/** Where in a template code is generated. */
export interface Frame {
  readonly unit: Unit;
  readonly scope: Scope;
  /** At the top of the template: what is set is seen by blocks, includes and imports. */
  readonly isTop: boolean;
  /** In a branch that may not run: a filter that there is not is an error only once it does. */
  readonly isSoft: boolean;
  /** What is printed comes only where the template has no parent. */
  readonly checksParent: boolean;
  /** The block that this is in. */
  readonly block?: string;
}

/** A frame with a scope of its own. */
export function inner(frame: Frame): Frame {
  return { ...frame, scope: new Scope(frame.scope), isTop: false, isSoft: false };
}

/** The frame of a branch: the same scope. */
export const soft = (frame: Frame): Frame => ({ ...frame, isSoft: true });

/** Declares the variables of a frame's scope, as they start. */
export function enter({ scope, unit }: Frame): void {
  for (const [variable, start] of scope.starts) {
    if (start.kind === 'resolve')
      unit.code.line(`let ${variable} = ctx.lookup(${JSON.stringify(start.name)});`);
    if (start.kind === 'alias') unit.code.line(`let ${variable} = ${start.variable};`);
    if (start.kind === 'missing') unit.code.line(`let ${variable};`);
  }
}
