import type { OracleResult } from '../oracle/oracle.ts';

/** A text, or the kind of error that there was instead. */
export type Outcome =
  | { readonly text: string }
  | {
      /** `crash`: what is no error of the template. `endless`: not judged. `unsupported`: refused by the renderer. */
      readonly error: 'syntax' | 'undefined' | 'runtime' | 'unsupported' | 'crash' | 'endless';
      readonly message: string;
    };

const KINDS = {
  endless: ['Endless', 'MemoryError'],
  undefined: ['UndefinedError', 'AnsibleUndefinedVariable'],
  // The last is Python's own, for the code that Jinja2 makes.
  syntax: ['TemplateSyntaxError', 'TemplateAssertionError', 'AnsibleTemplateSyntaxError', 'SyntaxError'],
} as const;

/** Python's result, its errors by kind. */
export function pythonOutcome(result: OracleResult): Outcome {
  if ('text' in result) return result;
  const kinds = Object.entries(KINDS) as [keyof typeof KINDS, readonly string[]][];
  const kind = kinds.find(([, types]) => types.includes(result.error))?.[0] ?? 'runtime';
  return { error: kind, message: result.message };
}

/** Texts that differ from one run of Python to the next. */
const ADDRESS = /0x7[0-9a-f]{10,}|\bbound.method\b|\bbuilt-in.method\b|<function /;

/** Whether Python's outcome says what is right. */
export const isJudged = (python: Outcome): boolean =>
  'text' in python ? !ADDRESS.test(python.text) : python.error !== 'endless';

/** Equal texts, or errors of a kind. Of an undefined name the message is compared, too. */
export function isSame(python: Outcome, ours: Outcome): boolean {
  if ('text' in python || 'text' in ours)
    return 'text' in python && 'text' in ours && python.text === ours.text;
  if (ours.error === 'crash' || ours.error === 'unsupported') return false;
  // Python says it of the code that Jinja2 makes, and Ansible takes that for an error of the rendering.
  if (python.message.includes('keyword argument repeated')) return true;
  // The oracle's template has no name.
  if (python.error === 'undefined') return python.message === ours.message.replace(" in 'main')", ')');
  return (python.error === 'syntax') === (ours.error === 'syntax');
}
