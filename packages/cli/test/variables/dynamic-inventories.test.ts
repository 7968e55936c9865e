import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pathWithAnsible, run } from '../run.ts';
import { temporaryProject } from '../temporary-project.ts';

const program = (listed: string): string => `#!/bin/sh\ncat <<'END'\n${listed}\nEND\n`;

async function validate(files: Readonly<Record<string, string>>, inventory: string) {
  const cfg = `[defaults]\ninventory = ${inventory}\n`;
  const root = temporaryProject({ 'ansible/ansible.cfg': cfg, ...files });
  chmodSync(join(root, 'ansible', inventory), 0o755);
  return run('validate', root, ['vars'], pathWithAnsible());
}

describe('an inventory that is a program', () => {
  const listed = {
    haproxy_servers: { hosts: ['lb1', 'lb2'], vars: { haproxy_metrics_port: 8405 } },
    _meta: { hostvars: { lb1: { haproxy_stats_port: 8405 }, lb2: {} } },
  };
  const files = { 'ansible/inventory.py': program(JSON.stringify(listed)) };

  test('is asked through ansible-inventory, and what it sets is judged', async () => {
    const { stdout, stderr } = await validate(files, 'inventory.py');
    expect(stderr).toBe('ansible/inventory.py: ansible-inventory was asked what it says');
    expect(stdout).toMatch(/^ansible\/inventory\.py:1:1: .*, on lb1 \[port-conflict\]$/m);
  });

  test('has the variables of its groups from files beside it, with their places', async () => {
    const mine = { 'ansible/group_vars/haproxy_servers.yaml': 'haproxy_stats_port: 70000\n' };
    const { stdout } = await validate({ ...files, ...mine }, 'inventory.py');
    expect(stdout).toContain('ansible/group_vars/haproxy_servers.yaml:1:21:');
  });

  test('that fails is named as unseen, with the reason', async () => {
    const { stdout, stderr } = await validate(
      { 'ansible/inventory.py': '#!/bin/sh\nexit 3\n' },
      'inventory.py',
    );
    expect(stderr).toMatch(/^ansible\/inventory\.py: ansible-inventory cannot say .*code 3/);
    expect(stdout).toMatch(/not seen: the inventory in ansible\/inventory\.py:1: no problems$/);
  });
});

test('what a plugin is told is asked for, too', async () => {
  const told =
    'plugin: ansible.builtin.generator\nhosts:\n  name: lb1\n  parents: [{ name: haproxy_servers, vars: { haproxy_stats_port: 70000 } }]\nlayers: {}\n';
  const { stdout, stderr } = await validate({ 'ansible/lbs.yaml': told }, 'lbs.yaml');
  expect(stderr).toContain('ansible/lbs.yaml: ansible-inventory was asked');
  expect(stdout).toContain('ansible/lbs.yaml:1:1: haproxy_stats_port is ');
});
