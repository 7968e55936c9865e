import { execFileSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { requireProject } from '../../src/project.ts';
import { entriesFor, valuesOf } from '../../src/variables/layers.ts';
import { loadVariables } from '../../src/variables/load.ts';
import { projectFiles } from '../../src/variables/project-files.ts';
import { pathWithAnsible } from '../run.ts';
import { temporaryProject } from '../temporary-project.ts';

/** Everywhere that a variable can be set for a host, from the lowest to the highest, and what stands there. */
const PLACES: readonly (readonly [string, (name: string) => string])[] = [
  ['inventory.ini', (name) => `[all:vars]\n${name}=1\n`],
  ['inventory.ini', (name) => `[haproxy_servers:vars]\n${name}=2\n`],
  ['inventory.ini', (name) => `[a:vars]\n${name}=3\n`],
  ['inventory.ini', (name) => `[z:vars]\n${name}=4\n`],
  ['inventory.ini', (name) => `[deep:vars]\n${name}=5\n`],
  ['group_vars/all.yaml', (name) => `${name}: 6\n`],
  ['playbooks/group_vars/all/x.yaml', (name) => `${name}: 7\n`],
  ['group_vars/haproxy_servers.yaml', (name) => `${name}: 8\n`],
  ['group_vars/a/x.yaml', (name) => `${name}: 9\n`],
  ['group_vars/z', (name) => `${name}: 10\n`],
  ['group_vars/deep/a.yaml', (name) => `${name}: 11\n`],
  ['group_vars/deep/b.yaml', (name) => `${name}: 12\n`],
  ['playbooks/group_vars/haproxy_servers.yaml', (name) => `${name}: 13\n`],
  ['inventory.ini', (name) => `[others]\nlb[1:2] ${name}=14\n`],
  ['host_vars/lb1.yaml', (name) => `${name}: 15\n`],
  ['playbooks/host_vars/lb1.yaml', (name) => `${name}: 16\n`],
];

const GROUPS =
  '[haproxy_servers:children]\na\nz\n[a:children]\ndeep\n[deep]\nlb1\n[z]\nlb[1:3]:22\n[others]\nlb[1:2] x=1\n';

/** A project in which every two places set a variable of their own. */
function everyPair(): string {
  const files: Record<string, string> = { 'ansible/inventory.ini': GROUPS };
  for (const [one, [file, text]] of PLACES.entries()) {
    const path = `ansible/${file}`;
    for (const other of PLACES.keys())
      if (one !== other)
        files[path] = (files[path] ?? '') + text(`v_${Math.min(one, other)}_${Math.max(one, other)}`);
  }
  return temporaryProject(files);
}

const path = pathWithAnsible();
const [folder = ''] = path?.split(delimiter) ?? [];

test.skipIf(!path)('hosts get what Ansible gives them, wherever two places set the same', () => {
  const project = requireProject(everyPair());
  const files = loadVariables(projectFiles(project));
  const words = ['-i', 'inventory.ini', '--playbook-dir', 'playbooks', '--list'];
  const options = { cwd: project.ansible, env: { ...process.env, PATH: path }, encoding: 'utf8' } as const;
  const listed = JSON.parse(execFileSync(join(folder, 'ansible-inventory'), words, options));
  for (const host of ['lb1', 'lb2', 'lb3']) {
    const ours = Object.entries(valuesOf(entriesFor(files, host))).filter(([name]) => name.startsWith('v_'));
    const theirs = Object.entries(listed._meta.hostvars[host]).filter(([name]) => name.startsWith('v_'));
    expect(ours.length).toBeGreaterThan(90);
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(theirs));
  }
});
