import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../run.ts';
import { service, temporaryProject } from '../../temporary-project.ts';

const FILES = { 'ansible/group_vars/haproxy_servers.yaml': service(65_536) };
const FILE = 'ansible/group_vars/haproxy_servers.yaml';

const places: Record<string, (stdout: string) => string> = {
  github: (text) => /file=([^,]*)/.exec(text)?.[1] ?? '',
  gitlab: (text) => JSON.parse(text)[0].location.path,
  sarif: (text) => JSON.parse(text).runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri,
};

test.each(Object.entries(places))(
  '%s names files from the root of the repository',
  async (format, fileIn) => {
    const root = temporaryProject(FILES);
    mkdirSync(join(root, '.git'));
    for (const folder of ['', 'ansible', 'ansible/group_vars']) {
      const { stdout } = await run('validate', join(root, folder), ['vars', '--format', format]);
      expect(fileIn(stdout)).toBe(FILE);
    }
  },
);

test('without a repository they are named from the folder of the command', async () => {
  const root = temporaryProject(FILES);
  const { stdout } = await run('validate', join(root, 'ansible'), ['vars', '--format', 'github']);
  expect(places.github?.(stdout)).toBe('group_vars/haproxy_servers.yaml');
});

test('what a person reads is named from there as well', async () => {
  const root = temporaryProject(FILES);
  mkdirSync(join(root, '.git'));
  const { stdout } = await run('validate', join(root, 'ansible'), ['vars']);
  expect(stdout).toContain('group_vars/haproxy_servers.yaml:3:11');
  expect(stdout).not.toContain(FILE);
});

test('the standard input has no other name', async () => {
  const root = temporaryProject(FILES);
  mkdirSync(join(root, '.git'));
  const { stdout } = await run(
    'validate',
    join(root, 'ansible'),
    ['vars', '--format', 'github', '-'],
    undefined,
    service(65_536),
  );
  expect(places.github?.(stdout)).toBe('standard input');
});
