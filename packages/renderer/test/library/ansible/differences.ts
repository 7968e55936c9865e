import { byAnsible, byRenderer, type Outcome } from './ansible-case.ts';

/** The templates that give another text here than in Ansible, or are refused by one of the two only. */
export function differences(templates: readonly string[], variables = '{}'): unknown[] {
  const wanted = byAnsible(templates, variables);
  return templates
    .map((template, index) => ({
      template,
      ours: textOf(byRenderer(template, variables)),
      ansible: textOf(wanted[index]),
    }))
    .filter(({ ours, ansible }) => ours !== ansible);
}

/** Undefined where it is refused: the words may differ. */
const textOf = (outcome: Outcome | undefined): string | undefined =>
  outcome && 'text' in outcome ? outcome.text : undefined;
