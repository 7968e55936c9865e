import { expect, test } from 'vitest';
import { pathWith, run } from '../run.ts';
import { temporaryProject } from '../temporary-project.ts';

const COMMANDS: readonly ['nodeport' | 'validate', ...string[]][] = [
  ['validate', 'vars'],
  ['nodeport', 'validate', 'ansible/group_vars/haproxy_servers.yaml'],
  ['nodeport', 'render'],
  ['nodeport', 'render', '--vars', 'ansible/group_vars/haproxy_servers.yaml'],
  ['nodeport', 'deploy'],
];

/** Files with a secret, hunter2, and something wrong with it or near it. */
const FILES: Readonly<Record<string, string>> = {
  'a text for a user': 'haproxy_stats_users:\n  - "ops:hunter2"\n',
  'a text for all users': 'haproxy_stats_users: ops:hunter2\n',
  'a password that is no hash': 'haproxy_stats_users:\n  - name: ops\n    password_hash: hunter2\n',
  'an unknown field of a user': 'haproxy_stats_users:\n  - name: ops\n    pasword: hunter2\n',
  'a name beside a password': 'haproxy_stats_users: [{ name: 5, password_hash: hunter2 }]\n',
  'a password in a template':
    'haproxy_stats_users:\n  - name: "{{ 1 }}"\n    password_hash: "{{ \'hunter2\' }}"\n',
  'a password in broken YAML': 'haproxy_stats_users:\n  - name: ops\n    password_hash: "hunter2\n',
  'a password where none belongs':
    'haproxy_tcp_backends:\n  - name: web\n    port: 80\n    servers: []\n    password: hunter2\n',
};

for (const [what, text] of Object.entries(FILES)) {
  test.each(COMMANDS)(`${what} is not printed by %s %s %s`, async (command, ...words) => {
    const root = temporaryProject({
      'ansible/inventory.ini': '[haproxy_servers]\nlb1\n',
      'ansible/group_vars/haproxy_servers.yaml': text,
    });
    const { stdout, stderr } = await run(command, root, words, pathWith('broken'));
    expect(stdout + stderr).not.toContain('hunter2');
    if (!what.includes('template')) expect(stdout + stderr).toMatch(/haproxy_servers\.yaml:\d+:\d+: /);
  });
}

test('what stands in an inventory beside a password is not printed', async () => {
  const root = temporaryProject({
    'ansible/inventory.ini':
      '[haproxy_servers]\nlb1 ansible_become_pass=hunter2 haproxy_maxconn=many\n[all:vars]\nansible_password hunter2\n',
  });
  const { stdout } = await run('validate', root, ['vars']);
  expect(stdout).toMatch(/: 2 problems$/);
  expect(stdout).not.toContain('hunter2');
});
