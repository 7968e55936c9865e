import { describe, expect, test } from 'vitest';
import { projectExplanations } from '../../src/explain/project.ts';
import { run } from '../run.ts';
import { service, temporaryProject } from '../temporary-project.ts';

async function said(files: Readonly<Record<string, string>>): Promise<string> {
  const root = temporaryProject({ 'ansible/inventory.ini': '[haproxy_servers]\nlb1\n', ...files });
  return (await run('validate', root, ['vars'])).stdout;
}

const play = (varsFiles: string, more = ''): Record<string, string> => ({
  'ansible/playbooks/site.yaml': `- hosts: haproxy_servers\n  vars_files: ${varsFiles}\n${more}  roles: [haproxy]\n`,
});

describe('vars_files', () => {
  const wrong = 'haproxy_stats_port: 70000\n';

  test.each([
    ['beside the playbook', '[mine.yaml]', 'ansible/playbooks/mine.yaml'],
    ['in vars/ beside it', '[mine.yaml]', 'ansible/playbooks/vars/mine.yaml'],
    ['elsewhere', '[../mine.yaml]', 'ansible/mine.yaml'],
    ['alone', 'mine.yaml', 'ansible/playbooks/mine.yaml'],
    ['the first that there is', '[[other.yaml, mine.yaml]]', 'ansible/playbooks/mine.yaml'],
  ])('are read: %s', async (_where, named, path) => {
    expect(await said({ ...play(named), [path]: wrong })).toContain(
      `${path}:1:21: haproxy_stats_port is 70000 [out-of-range]`,
    );
  });

  test('vars/ goes before the folder itself', async () => {
    const files = { 'ansible/playbooks/vars/mine.yaml': wrong, 'ansible/playbooks/mine.yaml': '{}\n' };
    expect(await said({ ...play('[mine.yaml]'), ...files })).toContain('out-of-range');
  });

  test('go over what the play sets, and below what its roles are given', async () => {
    const site = `- hosts: haproxy_servers
  vars: { haproxy_stats_port: 70001 }
  vars_files: [mine.yaml]
  roles:
    - role: haproxy
      haproxy_metrics_port: 8405
`;
    const mine = 'haproxy_stats_port: 8405\nhaproxy_metrics_port: 70002\n';
    const found = await said({ 'ansible/playbooks/site.yaml': site, 'ansible/playbooks/mine.yaml': mine });
    // The two ports are only the same for whom both are.
    expect(found).toContain('[port-conflict]');
  });

  test('are counted once, whoever names them', async () => {
    const named = '- hosts: haproxy_servers\n  vars_files: [mine.yaml]\n';
    const files = { 'site.yaml': `${named.repeat(2)}  roles: [haproxy]\n`, 'mine.yaml': service(8080) };
    const below = Object.entries(files).map(([name, text]) => [`ansible/playbooks/${name}`, text]);
    expect(await said(Object.fromEntries(below))).toContain('2 files, 1 service: ');
  });

  test('whose name is a template are named as unseen', async () => {
    expect(await said(play('["{{ stage }}.yaml"]'))).toContain(
      'not seen: vars_files in ansible/playbooks/site.yaml:2',
    );
  });

  test.each(
    projectExplanations
      .filter(({ code }) => code === 'missing-vars-file')
      .map((one) => [one.code, one] as const),
  )('%s', async (code, one) => {
    const of = (text: string) => said({ 'ansible/playbooks/site.yaml': text });
    expect(await of(one.wrong)).toContain(`[${code}]`);
    expect(await of(one.right)).toMatch(/: no problems$/);
  });
});

describe('of files for one name Ansible reads one', () => {
  test.each([
    ['ansible/group_vars/all.yml', 'ansible/group_vars/all.yaml'],
    ['ansible/group_vars/all/main.yaml', 'ansible/group_vars/all.yml'],
    ['ansible/host_vars/lb1', 'ansible/host_vars/lb1.json'],
  ])('%s, and not %s', async (read, unread) => {
    const found = await said({
      [read]: 'haproxy_maxconn: 100\n',
      [unread]: '{ "haproxy_stats_port": 70000 }\n',
    });
    const instead = read.replace('/main.yaml', '');
    expect(found).toContain(
      `${unread}:1:1: warning: Ansible does not read this file, because there is ${instead} [unread-file]`,
    );
    expect(found).not.toContain('out-of-range');
  });

  test('lb1.yaml and lb1.example.org.yaml are two names', async () => {
    const files = { 'ansible/host_vars/lb1.yaml': '{}\n', 'ansible/host_vars/lb1.example.org.yaml': '{}\n' };
    expect(await said(files)).not.toContain('unread');
  });
});

describe('what else may set variables is named as unseen', () => {
  test.each([
    ['include_vars', 'tasks: [{ include_vars: more.yaml }]', 'include_vars'],
    [
      'a task in a block',
      'tasks: [{ block: [{ ansible.builtin.include_vars: more.yaml }] }]',
      'include_vars',
    ],
    ['set_fact', 'tasks: [{ set_fact: { haproxy_maxconn: 100 } }]', 'set_fact'],
    ['other tasks', 'tasks: [{ include_tasks: more.yaml }]', 'include_tasks'],
    ['another role', 'roles: [common, haproxy]', 'role common'],
    ['a question', 'vars_prompt: [{ name: haproxy_maxconn }]', 'vars_prompt'],
  ])('%s', async (_what, line, name) => {
    const found = await said({ 'ansible/playbooks/site.yaml': `- hosts: haproxy_servers\n  ${line}\n` });
    expect(found).toContain(`not seen: ${name} in ansible/playbooks/site.yaml:2`);
  });

  test.each([
    'tasks: [{ set_fact: { mine: 1 } }]',
    'roles: [haproxy]',
    'tasks: [{ import_role: { name: haproxy } }]',
  ])('but not %s', async (line) => {
    const found = await said({ 'ansible/playbooks/site.yaml': `- hosts: haproxy_servers\n  ${line}\n` });
    expect(found).not.toContain('not seen');
  });
});
