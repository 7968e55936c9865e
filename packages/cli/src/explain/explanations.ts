import { type Explanation, explanations as ofVariables } from '@nodeport-haproxy/schema/explanations';
import { projectExplanations } from './project.ts';
import { readingExplanations } from './reading.ts';
import { settingsExplanations } from './settings.ts';
import { templateExplanations } from './templates.ts';

/** What each code of `validate` means. */
export const explanations: readonly Explanation<string>[] = [
  ...readingExplanations,
  ...projectExplanations,
  ...templateExplanations,
  ...ofVariables,
  ...settingsExplanations,
];
