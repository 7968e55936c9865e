import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readYaml } from '@nodeport-haproxy/ansible-yaml';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { FIXTURES } from '../run.ts';

const REPOSITORY = join(import.meta.dirname, '../../../..');
const RIGHT = join(FIXTURES, 'validate/good/ansible/group_vars/haproxy_servers.yaml');
const WRONG = join(FIXTURES, 'validate/bad/ansible/group_vars/haproxy_servers.yaml');

function yaml(text: string): unknown {
  const result = readYaml(text);
  if (!result.ok) throw new Error(result.problem.message);
  return result.document.value;
}

const textOf = (file: string): string => readFileSync(join(REPOSITORY, file), 'utf8');

/** The block of YAML that stands below a heading of the page. */
function snippet(heading: string): unknown {
  const [, below = ''] = textOf('docs/how-to/validate.md').split(`## ${heading}\n`);
  return yaml(/```yaml\n(.*?)```/s.exec(below)?.[1] ?? '');
}

/** Runs what a runner would in a clone. */
async function shell(command: string, env: Readonly<Record<string, string>> = {}) {
  const { stdout, exitCode } = await execa('bash', ['-eo', 'pipefail', '-c', command], {
    cwd: REPOSITORY,
    env,
    reject: false,
  });
  return { stdout, exitCode };
}

describe('the GitHub action', () => {
  const { runs } = yaml(textOf('.github/actions/validate/action.yaml')) as {
    runs: { using: string; steps: { run: string; shell: string }[] };
  };
  const check = runs.steps.at(-1)?.run ?? '';
  const run = (files: string, most = '1000') => shell(check, { FILES: files, MAX_WARNINGS: most });

  test('lets through what is right', async () => {
    expect(await run(RIGHT)).toMatchObject({ exitCode: 0 });
  });

  test('puts what is wrong at its line', async () => {
    const { stdout, exitCode } = await run(`${RIGHT} ${WRONG}`);
    expect(stdout).toMatch(/^::error title=out-of-range,file=.*haproxy_servers\.yaml,line=8,/m);
    expect(exitCode).toBe(1);
  });

  test('stops at warnings where it is told to', async () => {
    const warned = join(FIXTURES, 'deploy/ansible/group_vars/haproxy_servers.yaml');
    expect(await run(warned)).toMatchObject({ exitCode: 0 });
    expect(await run(warned, '0')).toMatchObject({ exitCode: 1 });
  });

  test('is what the page says', () => {
    expect(snippet('In GitHub Actions')).toMatchObject({
      jobs: { variables: { steps: [{}, { uses: './.github/actions/validate' }] } },
    });
  });
});

test('the GitLab snippet writes a report, and fails', async () => {
  const { variables } = snippet('In GitLab CI') as { variables: { script: string[] } };
  const check = variables.script.at(-1) ?? '';
  expect(check).toMatch(/ > gl-code-quality-report\.json$/);
  const { stdout, exitCode } = await shell(check.replace(/ > .*/, ` ${WRONG}`));
  expect(JSON.parse(stdout)).toContainEqual(
    expect.objectContaining({ check_name: 'out-of-range', location: expect.anything() }),
  );
  expect(exitCode).toBe(1);
});

describe('the pre-commit hook', () => {
  const [hook] = yaml(textOf('.pre-commit-hooks.yaml')) as [
    { id: string; entry: string; files: string; exclude: string },
  ];

  test('is the one of the page', () => {
    expect(snippet('Before a commit')).toMatchObject({ repos: [{ hooks: [{ id: hook.id }] }] });
  });

  test.each([
    ['ansible/group_vars/haproxy_servers.yaml', true],
    ['ansible/host_vars/lb1/net.yaml', true],
    ['ansible/inventory.ini', true],
    ['ansible/inventory.ini.example', false],
    ['examples/mysql/vars.yaml', false],
  ])('%s: %s', (file, isChecked) => {
    expect(new RegExp(hook.files).test(file) && !new RegExp(hook.exclude).test(file)).toBe(isChecked);
  });

  test('refuses a commit of what is wrong', async () => {
    expect(await shell(`${hook.entry} ${RIGHT}`)).toMatchObject({ exitCode: 0 });
    expect(await shell(`${hook.entry} ${WRONG}`)).toMatchObject({ exitCode: 1 });
  });
});
