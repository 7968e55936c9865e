import { type CheckOptions, check, type Diagnostic } from '../src/index.ts';

/** What the variables are refused for; tests of that do not care what else there is to say of them. */
export function errors(variables: unknown, options?: CheckOptions): Diagnostic[] {
  return check(variables, options).filter(({ severity }) => severity === 'error');
}
