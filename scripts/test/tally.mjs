import { setUp } from '../setup.mjs';

/**
 * A step of the checks. It resolves with its counts, or with anything else, which counts as one passed; what it throws
 * counts as one failed.
 *
 * @typedef {{name: string, run: () => Promise<unknown>}} Step
 */

/** Sets the machine up, and ends the process where that cannot be done. */
export async function setUpFor(options) {
  try {
    await setUp(options);
  } catch (error) {
    if (error.exitCode === undefined) throw error;
    console.error(error.message);
    process.exit(error.exitCode);
  }
}

/**
 * Runs the steps one after the other, all of them, and prints the count as the last line.
 *
 * @param {Step[]} steps
 */
export async function tally(steps) {
  const total = { passed: 0, failed: 0 };
  const lost = [];
  for (const { name, run } of steps) {
    const began = performance.now();
    const { passed, failed } = await outcome(run);
    total.passed += passed;
    total.failed += failed;
    if (failed > 0) lost.push(name);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(
      `${failed > 0 ? 'FAILED' : 'ok'}  ${name} (${passed} passed, ${failed} failed, ${seconds} s)\n`,
    );
  }
  if (lost.length > 0) console.log(`Failed: ${lost.join(', ')}`);
  console.log(`tests: ${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

async function outcome(run) {
  try {
    const result = await run();
    return Number.isInteger(result?.passed) ? result : { passed: 1, failed: 0 };
  } catch (error) {
    console.error(error.message);
    return { passed: 0, failed: 1 };
  }
}
