/** The machine lacks something: shown without a stack, and the process ends with exit code 3 (environment). */
export class EnvironmentProblem extends Error {
  /**
   * @param {string} message what is missing
   * @param {string} remedy what to install or do, and how
   */
  constructor(message, remedy) {
    super(`${message}\n${remedy}`);
    this.name = 'EnvironmentProblem';
    this.exitCode = 3;
  }
}

/** Ends the process with the message of what went wrong; a bug, which has neither exit code nor command, keeps its stack. */
export function exitWith(error) {
  const known = error instanceof EnvironmentProblem || error.name === 'ProcessError';
  console.error(known ? error.message : error);
  process.exit(error.exitCode ?? 1);
}
