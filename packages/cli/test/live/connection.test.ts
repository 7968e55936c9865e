import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/ansible/config.ts';
import { connectionTo } from '../../src/live/connection.ts';
import { entriesFor } from '../../src/variables/layers.ts';
import { readVariables } from '../../src/variables/read-file.ts';

/** The command that reads lb1, as the inventory's line and an ansible.cfg make it. */
function command(line: string, config = '', isRoot = false) {
  const text = `[haproxy_servers]\nlb1 ${line}\n`;
  const files = [readVariables({ file: 'inventory.ini', text, kind: 'inventory' })];
  const surroundings = { config: readConfig(config), configFile: '/project/ansible/ansible.cfg', isRoot };
  const found = connectionTo('lb1', entriesFor(files, 'lb1'), ['python3', '-', '::1'], surroundings);
  return found.ok ? [found.file, ...found.arguments].join(' ') : found.reason;
}

const BATCH = 'ssh -o BatchMode=yes -o ConnectTimeout=10';

test.each([
  ['nothing but its name', '', `${BATCH} -- lb1 python3 - ::1`],
  [
    'address, port and user',
    'ansible_host=192.0.2.10 ansible_port=2222 ansible_user=ops',
    `${BATCH} -p 2222 -l ops -- 192.0.2.10 python3 - ::1`,
  ],
  [
    'the older names',
    'ansible_ssh_host=192.0.2.10 ansible_ssh_user=ops',
    `${BATCH} -l ops -- 192.0.2.10 python3 - ::1`,
  ],
  ['a key', 'ansible_ssh_private_key_file=/keys/lb', `${BATCH} -i /keys/lb -- lb1 python3 - ::1`],
  [
    'a key in the home folder',
    'ansible_private_key_file=~/lb',
    `${BATCH} -i ${join(homedir(), 'lb')} -- lb1 python3 - ::1`,
  ],
  [
    'arguments for ssh, in the order of Ansible',
    `ansible_ssh_extra_args=-4 ansible_ssh_common_args="-o 'ProxyCommand=ssh -W %h:%p jump'"`,
    `${BATCH} -o ProxyCommand=ssh -W %h:%p jump -4 -- lb1 python3 - ::1`,
  ],
  ['root by sudo', 'ansible_become=true ansible_user=ops', `${BATCH} -l ops -- lb1 sudo -n python3 - ::1`],
  ['root itself', 'ansible_become=true ansible_user=root', `${BATCH} -l root -- lb1 python3 - ::1`],
  ['this machine', 'ansible_connection=local', 'python3 - ::1'],
  ['this machine, by sudo', 'ansible_connection=local ansible_become=yes', 'sudo -n python3 - ::1'],
])('a host with %s is reached so', (_, line, expected) => {
  expect(command(line)).toBe(expected);
});

test('ansible.cfg says what the inventory does not', () => {
  const config =
    '[defaults]\nremote_user = admin\nprivate_key_file = keys/lb\ntimeout = 3\nhost_key_checking = False\n' +
    '[ssh_connection]\nssh_args = -C\n[privilege_escalation]\nbecome = true\n';
  const options = '-o BatchMode=yes -o ConnectTimeout=3 -o StrictHostKeyChecking=no';
  const all = `ssh ${options} -l admin -i /project/ansible/keys/lb -C -- lb1 sudo -n python3 - ::1`;
  expect(command('', config)).toBe(all);
  expect(command('ansible_user=ops', config)).toBe(all.replace('admin', 'ops'));
});

test('root needs no sudo on this machine', () => {
  expect(command('ansible_connection=local ansible_become=true', '', true)).toBe('python3 - ::1');
});

test.each([
  ['another connection', 'ansible_connection=docker', /ansible_connection is docker.* --last$/],
  ['a password', 'ansible_password=x', /ansible_password is set.* --last$/],
  [
    'another way to root',
    'ansible_become=true ansible_become_method=su',
    /ansible_become_method is su.* --last$/,
  ],
  ['Jinja', 'ansible_host="{{ address }}"', /^ansible_host holds Jinja.* --last$/],
])('%s is not tried, and the way out is named', (_, line, reason) => {
  expect(command(line)).toMatch(reason);
});
