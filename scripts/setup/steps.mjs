/**
 * Runs a step and prints how long it took and what it did; a failure is printed as such and thrown on.
 *
 * @template T
 * @param {string} title
 * @param {() => Promise<T> | T} work a text that it returns is printed as what was done
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const start = performance.now();
  try {
    const done = await work();
    console.log(`✓ ${title} (${seconds(start)})${typeof done === 'string' ? `: ${done}` : ''}`);
    return done;
  } catch (error) {
    console.log(`✗ ${title} (${seconds(start)})`);
    throw error;
  }
}

function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
