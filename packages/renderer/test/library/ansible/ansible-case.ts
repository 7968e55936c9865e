import { compileForAnsible } from '../../../src/ansible/template.ts';
import { RenderError } from '../../../src/render-error.ts';
import { variablesOf } from '../../../src/runtime/variables.ts';
import { Dict } from '../../../src/values/dict.ts';
import { parseJson } from '../../../src/values/json.ts';
import type { Value } from '../../../src/values/value.ts';
import { oracle } from '../../oracle/oracle.ts';

/** What a template gives: its text, or that it is refused, in which words. */
export type Outcome = { readonly text: string } | { readonly error: string };

/** What Ansible says before the words of the filter or the test. */
const PREFIX =
  /^(?:The (?:filter|test) plugin '[^']*' failed: |Error rendering template: |Syntax error in template: )/;

/** What the real ansible-core makes of each template. */
export function byAnsible(templates: readonly string[], variables: string): Outcome[] {
  return oracle(
    'ansible',
    templates.map((template) => ({ template, variablesJson: variables })),
  ).map((result) =>
    'text' in result ? { text: result.text } : { error: result.message.replace(PREFIX, '') },
  );
}

/** What the renderer makes of a template. */
export function byRenderer(template: string, variables: string): Outcome {
  const given = parseJson(variables);
  const entries = given instanceof Dict ? (given.entries() as Iterable<[string, Value]>) : [];
  try {
    const compiled = compileForAnsible(template, 'template', {
      load: () => undefined,
      now: () => 0,
      random: () => 0.5,
    });
    return { text: compiled.render(variablesOf(new Map(entries))) };
  } catch (error) {
    if (error instanceof RenderError) return { error: wordsOf(error) };
    throw error;
  }
}

function wordsOf({ cause, message }: RenderError): string {
  return cause instanceof Error ? cause.message : message;
}
