import { nearest } from '@nodeport-haproxy/schema';
import { explanations } from '../explain/explanations.ts';
import type { Problem } from '../variables/problem.ts';
import type { Ignore } from './ignored.ts';

/** Says what is wrong with a comment that ignores nothing. */
export function unusedIgnore({ file, code, range }: Ignore): Problem {
  return { severity: 'hint', code: 'unused-ignore', file, range, ...saidOf(code) };
}

function saidOf(code: string): { message: string; hint: string } {
  if (code === '')
    return {
      message: 'the comment names no code',
      hint: 'write what is to be ignored behind it, such as one-server',
    };
  const known = explanations.find((one) => one.code === code);
  if (!known) {
    const near = nearest(
      code,
      explanations.map((one) => one.code),
    );
    return {
      message: `${code} is no code`,
      hint: near ? `did you mean ${near}?` : 'validate shows the code at the end of each message',
    };
  }
  if (known.severity === 'error')
    return {
      message: `${code} cannot be ignored: the role refuses it`,
      hint: 'take it out of the comment',
    };
  return {
    message: `there is no ${code} to ignore`,
    hint: 'take it out, or put the comment at the line that the message names',
  };
}
