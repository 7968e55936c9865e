/** The machine lacks something: shown without a stack, and the process ends with exit code 3 (environment). */
export class EnvironmentProblem extends Error {
  name = 'EnvironmentProblem';
  exitCode = 3;

  /**
   * @param {string} message what is missing
   * @param {string} remedy what to install or do, and how
   */
  constructor(message, remedy) {
    super(`${message}\n${remedy}`);
  }
}

/** Something that was looked at is not as it has to be: shown without a stack, exit code 1. */
export class CheckFailure extends Error {
  name = 'CheckFailure';
  exitCode = 1;
}

/** Ends the process with the message of what went wrong; a bug, which has no exit code, keeps its stack. */
export function exitWith(error) {
  console.error(error.exitCode === undefined ? error : error.message);
  process.exit(error.exitCode ?? 1);
}
