import type { ExitCode } from './exit-code.ts';

/** Something that ends a command and is no bug: a broken environment or wrong usage. Its message is all the user gets. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
