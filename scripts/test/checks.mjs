import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inTemporaryFolder, npmTool, pythonTool, root } from './tools.mjs';

/** What needs no container. @type {import('./tally.mjs').Step[]} */
export const checks = [
  {
    name: 'generated files',
    run: () => npmTool('tsx', ['--conditions=@nodeport-haproxy/source', 'scripts/generate.ts', '--check']),
  },
  { name: 'biome', run: () => npmTool('biome', ['ci', '.']) },
  {
    name: 'types',
    run: () => npmTool('turbo', ['run', 'build', 'check', '--output-logs=errors-only']),
  },
  { name: 'types of the scripts', run: () => npmTool('tsc', ['-p', 'scripts']) },
  { name: 'unit tests', run: unitTests },
  { name: 'the agent', run: () => roleTests('tests') },
  { name: 'the agent, on the kernel of this machine', run: () => roleTests('tests/kernel') },
  {
    name: 'old processes and SNI routes, on the HAProxy of this machine',
    run: () => roleTests('tests/reload'),
  },
  { name: 'dead code', run: () => npmTool('knip', []) },
  { name: 'packaging', run: packaging },
  { name: 'yamllint', run: () => pythonTool('yamllint', ['--strict', '.']) },
  { name: 'ansible-lint', run: () => pythonTool('ansible-lint', ['--offline']) },
];

function unitTests() {
  return inTemporaryFolder(async (folder) => {
    const report = join(folder, 'vitest.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const ended = npmTool('vitest', ['run', ...reporters]);
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

/** The role's tests in Python. unittest ends with the count, and `FAILED (failures=1, errors=2)`. */
async function roleTests(folder) {
  const { stderr } = await pythonTool(
    'python',
    ['-m', 'unittest', 'discover', '--start-directory', `ansible/roles/haproxy/${folder}`],
    { inherit: false, accept: () => true },
  );
  process.stderr.write(stderr);
  const [, count] = /^Ran (\d+) tests? in /m.exec(stderr) ?? [];
  const [, ...wrong] = /^FAILED \((?:failures=(\d+))?(?:, )?(?:errors=(\d+))?/m.exec(stderr) ?? [];
  const [, skipped] = /skipped=(\d+)/.exec(stderr) ?? [];
  const failed = wrong.reduce((sum, each) => sum + Number(each ?? 0), 0);
  const succeeded = /^OK/m.test(stderr) && Number(count) > 0;
  return {
    passed: Math.max(Number(count ?? 0) - Number(skipped ?? 0) - failed, 0),
    failed: succeeded ? 0 : Math.max(failed, 1),
  };
}

async function packaging() {
  const packages = readdirSync(join(root, 'packages'));
  await Promise.all(packages.map(packedWell));
  return { passed: packages.length, failed: 0 };
}

async function packedWell(name) {
  const folder = join('packages', name);
  await npmTool('publint', ['--strict', folder]);
  // The cli has commands and no types.
  if (name !== 'cli') await npmTool('attw', ['--quiet', '--profile', 'esm-only', '--pack', folder]);
}
