import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inTemporaryFolder, npmTool, pythonTool, root } from './tools.mjs';

/** What needs no container. @type {import('./tally.mjs').Step[]} */
export const checks = [
  {
    name: 'generated files',
    run: () =>
      npmTool('tsx', '--conditions=@nodeport-haproxy/source', 'scripts/generate.ts', '--check').then(one),
  },
  { name: 'biome', run: () => npmTool('biome', 'ci', '.').then(one) },
  {
    name: 'types',
    run: () => npmTool('turbo', 'run', 'build', 'check', '--output-logs=errors-only').then(one),
  },
  { name: 'unit tests', run: unitTests },
  { name: 'dead code', run: () => npmTool('knip').then(one) },
  { name: 'packaging', run: packaging },
  { name: 'yamllint', run: () => pythonTool('yamllint', ['--strict', '.']).then(one) },
  { name: 'ansible-lint', run: () => pythonTool('ansible-lint', ['--offline']).then(one) },
];

function one() {
  return { passed: 1, failed: 0 };
}

function unitTests() {
  return inTemporaryFolder(async (folder) => {
    const report = join(folder, 'vitest.json');
    const ended = npmTool(
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    );
    const failure = await ended.then(
      () => undefined,
      (error) => error,
    );
    const { numPassedTests, numFailedTests, success } = JSON.parse(readFileSync(report, 'utf8'));
    // A file that cannot be loaded has no failed test in the report.
    const failed = success && !failure ? 0 : Math.max(numFailedTests, 1);
    return { passed: numPassedTests, failed };
  });
}

async function packaging() {
  const packages = readdirSync(join(root, 'packages'));
  for (const name of packages) {
    await npmTool('publint', '--strict', join('packages', name));
    // The cli has commands and no types.
    if (name !== 'cli')
      await npmTool('attw', '--quiet', '--profile', 'esm-only', '--pack', join('packages', name));
  }
  return { passed: packages.length, failed: 0 };
}
