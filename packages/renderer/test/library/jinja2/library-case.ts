import { compileForAnsible } from '../../../src/ansible/template.ts';
import { createEngine } from '../../../src/engine.ts';
import { RenderError } from '../../../src/render-error.ts';
import { Dict } from '../../../src/values/dict.ts';
import { PythonError } from '../../../src/values/errors.ts';
import { parseJson } from '../../../src/values/json.ts';
import { str } from '../../../src/values/print.ts';
import { asVariables } from '../../conformance/case.ts';
import { oracle } from '../../oracle/oracle.ts';

/** How a template is rendered: the library is the same, and what it does is not. */
export interface Manner {
  readonly name: string;
  readonly profile: 'jinja2' | 'ansible';
  readonly options: { readonly autoescape?: boolean; readonly undefined?: 'strict' };
}

export const MANNERS: readonly Manner[] = [
  { name: 'as it is', profile: 'jinja2', options: {} },
  { name: 'with autoescape', profile: 'jinja2', options: { autoescape: true } },
  { name: 'with strict undefined names', profile: 'jinja2', options: { undefined: 'strict' } },
  { name: 'within Ansible', profile: 'ansible', options: {} },
];

/** A text, or that there is none. Jinja2 says in which words; Ansible's have its own types in them. */
export type Outcome = string | { readonly refused: string };

/** What is printed of an object that has no text: its place in memory differs each time. */
const withoutAddress = (text: string): string => text.replaceAll(/0x[0-9a-f]+/g, '0x…');

export function byPython(manner: Manner, templates: readonly string[], variablesJson: string): Outcome[] {
  const { profile, options } = manner;
  const cases = templates.map((template) => ({ template, variablesJson, options }));
  return oracle(profile, cases).map((result) =>
    'text' in result ? withoutAddress(result.text) : refusal(manner, result.message),
  );
}

export function byRenderer(manner: Manner, template: string, variablesJson: string): Outcome {
  try {
    return withoutAddress(rendered(manner, template, variablesJson));
  } catch (error) {
    if (error instanceof RenderError && !isUnsupported(error)) return refusal(manner, error.reason);
    throw error;
  }
}

function rendered({ profile, options }: Manner, template: string, variablesJson: string): string {
  const given = parseJson(variablesJson);
  if (!(given instanceof Dict)) throw new TypeError('variables are a JSON object');
  const variables = asVariables(given);
  if (profile === 'ansible')
    return compileForAnsible(template, 'template', { load: () => undefined }).render(variables);
  return str(
    createEngine({ profile, ...options })
      .compile(template, 'template')
      .evaluate(variables),
  );
}

/** Of arguments it is enough that they are refused: Jinja2's functions have names of their own, such as `do_upper`. */
const ARGUMENTS = /^\S+\(\) (?:got|missing|takes)/;

function refusal({ profile }: Manner, message: string): Outcome {
  if (profile === 'ansible') return { refused: '…' };
  return {
    refused: ARGUMENTS.test(message) ? 'its arguments' : withoutAddress(message.replace(' found.', '.')),
  };
}

const isUnsupported = ({ cause }: RenderError): boolean =>
  cause instanceof PythonError && cause.type === 'NotSupported';
