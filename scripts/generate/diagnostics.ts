// The reference page of what `validate` says.

import { explanations } from '../../packages/cli/src/explain/explanations.ts';
import type { Output } from './schema.ts';

const yaml = (text: string): string[] => ['```yaml', ...text.trim().split('\n'), '```'];

function section({
  code,
  severity,
  title,
  why,
  source,
  wrong,
  right,
}: (typeof explanations)[number]): string[] {
  return [
    '',
    `## ${code}`,
    '',
    `${title} (${severity})`,
    '',
    why,
    '',
    'Wrong:',
    '',
    ...yaml(wrong),
    '',
    'Right:',
    '',
    ...yaml(right),
    '',
    `Source: ${source}.`,
  ];
}

export function diagnostics(): Output {
  const text = [
    '<!-- Generated from the rules (packages/schema/src/rules): npm run generate -->',
    '',
    '# What `validate` says',
    '',
    'Each problem ends in a code. `npx validate vars --explain CODE` prints its section of this page.',
    '',
    'An error cannot be used: nothing is deployed. A warning can, and costs something. A hint is right and may surprise.',
    ...explanations.flatMap(section),
    '',
  ];
  return { path: 'docs/reference/diagnostics.md', text: text.join('\n') };
}
