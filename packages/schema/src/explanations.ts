import type { Explanation } from './rule.ts';
import { rules } from './rules/index.ts';
import { shapeExplanations } from './shape-explanations.ts';

export type { Explanation };

/** What each code means, those of the schema first. */
export const explanations: readonly Explanation[] = [...shapeExplanations, ...rules];
