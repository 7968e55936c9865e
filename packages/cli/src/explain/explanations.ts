import { type Explanation, explanations as ofVariables } from '@nodeport-haproxy/schema/explanations';
import { projectExplanations } from './project.ts';
import { readingExplanations } from './reading.ts';
import { renderingExplanations } from './rendering.ts';
import { settingsExplanations } from './settings.ts';
import { templateExplanations } from './templates.ts';

const explained = [
  ...readingExplanations,
  ...projectExplanations,
  ...templateExplanations,
  ...ofVariables,
  ...renderingExplanations,
  ...settingsExplanations,
] as const;

/** The code of a problem: every one is explained. */
export type ProblemCode = (typeof explained)[number]['code'];

/** What each code means. */
export const explanations: readonly Explanation<ProblemCode>[] = explained;
