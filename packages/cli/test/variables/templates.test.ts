import { describe, expect, test } from 'vitest';
import { templateExplanations } from '../../src/explain/templates.ts';
import { run } from '../run.ts';
import { temporaryProject } from '../temporary-project.ts';

const SERVERS = [1, 2, 3].map(
  (n) => `      - { name: w-${n}, address: '{{ net }}.1${n}', port: '{{ node_port }}' }`,
);
const service = (port: string) =>
  `net: 192.0.2\nnode_port: 30080\nhaproxy_tcp_backends:\n  - name: web\n    port: ${port}\n    servers:\n${SERVERS.join('\n')}\n`;

/** What `validate vars` says of a project whose balancers have these variables. */
async function said(files: Readonly<Record<string, string>>): Promise<string> {
  const root = temporaryProject({ 'ansible/inventory.ini': '[haproxy_servers]\nlb1\nlb2\n', ...files });
  return (await run('validate', root, ['vars'])).stdout;
}

const group = (text: string) => said({ 'ansible/group_vars/haproxy_servers.yaml': text });

describe('templates in variables', () => {
  test('are rendered, and then there is nothing that was not checked', async () => {
    expect(await group(service('80'))).toBe('2 files, 1 service: no problems');
  });

  test('may ask for what other files set', async () => {
    const text = service('"{{ public_port }}"');
    const all = { 'ansible/group_vars/all.yaml': 'public_port: 80\n' };
    expect(await said({ ...all, 'ansible/group_vars/haproxy_servers.yaml': text })).toMatch(/: no problems$/);
  });

  test('that give what is wrong are told where they stand', async () => {
    expect(await group(service("'{{ node_port + 40000 }}'"))).toContain(
      'ansible/group_vars/haproxy_servers.yaml:5:11: haproxy_tcp_backends[0].port is 70080 [out-of-range]',
    );
  });

  test('that give all services are judged', async () => {
    const text = `mine: [{ name: a, port: 80, servers: [] }]\nhaproxy_tcp_backends: '{{ mine }}'\n`;
    expect(await group(text)).toMatch(
      /^ansible\/group_vars\/haproxy_servers\.yaml:2:23: haproxy_tcp_backends\[0\]\.servers is an empty list \[empty-list\]$/m,
    );
  });

  test('are rendered for each host', async () => {
    const found = await said({
      'ansible/group_vars/haproxy_servers.yaml': service("'{{ public_port }}'"),
      'ansible/host_vars/lb1.yaml': 'public_port: 80\n',
      'ansible/host_vars/lb2.yaml': 'public_port: 8404\n',
    });
    expect(found).toMatch(/haproxy_servers\.yaml:5:11: .*, on lb2 \[port-conflict\]$/m);
    expect(found).not.toContain('lb1');
  });

  test('that only a host can render are counted', async () => {
    expect(await group(service("'{{ ansible_facts.port }}'"))).toMatch(
      /, 1 value with Jinja or vault not checked: no problems$/,
    );
  });

  test.each(["'{{ x | my.own.filter }}'", `"{{ lookup('env', 'X') }}"`])('%s is counted', async (port) => {
    expect(await group(service(port))).toMatch(/, 1 value with Jinja or vault not checked: no problems$/);
  });

  test('do not show what is made of a secret', async () => {
    const text = `api_token: hunter2\nhaproxy_stats_path: 'x{{ api_token }}'\n`;
    const found = await group(text);
    expect(found).toContain('haproxy_stats_path is a text that is not shown here');
    expect(found).not.toContain('hunter2');
  });

  test('under !unsafe are none', async () => {
    expect(await group("haproxy_stats_path: !unsafe '/{{ x }}'\n")).toContain('[bad-format]');
  });

  test('in a circle are counted, and the check ends', async () => {
    const found = await group("a: '{{ b }}'\nb: '{{ a }}'\nhaproxy_stats_port: '{{ a }}'\n");
    expect(found).toMatch(/, 1 value with Jinja or vault not checked: no problems$/);
  });

  test.each([
    ["'{{ 8404'", 'close it with }}'],
    ["'{{ 8404 + }}'", 'write what is missing before }}'],
    ["'{% if true %}8404'", 'close it: {% if %} needs {% endif %}, {% for %} needs {% endfor %}'],
    ['\'{{ {"port": 1}.number }}\'', 'correct the name number, or set it where it is looked for'],
  ])('%s has a mend', async (port, hint) => {
    expect(await group(`haproxy_stats_port: ${port}\n`)).toContain(`  hint: ${hint}\n`);
  });

  test.each(templateExplanations.map((one) => [one.code, one] as const))('%s', async (code, one) => {
    expect(await group(`${one.wrong}\n`)).toContain(`[${code}]`);
    expect(await group(`${one.right}\n`)).toMatch(/: no problems$/);
  });
});

describe('what Ansible says of the inventory', () => {
  const INVENTORY = `[haproxy_servers]
lb1
lb2
[workers]
w1 ansible_host=192.0.2.11 port=30080
w2 ansible_host=192.0.2.12 port="{{ base + 80 }}"
w3 ansible_host=192.0.2.13 port=30080
[workers:vars]
base=30000
`;
  const services = (server: string) =>
    `haproxy_tcp_backends:
  - name: web
    port: 80
    servers: "{% set all = [] %}{% for one in groups.workers %}{% set _ = all.append(${server}) %}{% endfor %}{{ all }}"
`;
  const with3 = (text: string) =>
    said({ 'ansible/inventory.ini': INVENTORY, 'ansible/group_vars/haproxy_servers.yaml': text });

  test('servers are made of the group of workers', async () => {
    const text = services(`{'name': one, 'address': hostvars[one].ansible_host, 'port': hostvars[one].port}`);
    expect(await with3(text)).toBe('2 files, 1 service: no problems');
  });

  test('a host has its own variables, whoever asks', async () => {
    const text = services(
      `{'name': one, 'address': hostvars[one].ansible_host, 'port': hostvars[one].port + 50000}`,
    );
    expect(await with3(text)).toContain('haproxy_tcp_backends[0].servers[1].port is 80080 [out-of-range]');
  });

  test('a fact of another host is counted', async () => {
    const text = services(
      `{'name': one, 'address': hostvars[one].ansible_default_ipv4.address, 'port': 30080}`,
    );
    expect(await with3(text)).toMatch(/, 1 value with Jinja or vault not checked: no problems$/);
  });

  test('each host has its name and its groups', async () => {
    const text = `haproxy_stats_path: "{{ '/x y' if inventory_hostname == 'lb2' and group_names == ['haproxy_servers'] else '/stats' }}"\n`;
    expect(await with3(text)).toMatch(/haproxy_stats_path .*, on lb2 \[bad-format\]/);
  });
});

describe('a name that nothing sets', () => {
  test('is told', async () => {
    expect(await group("haproxy_stats_port: '{{ unheard_of }}'\n")).toMatch(
      /:1:21: warning: haproxy_stats_port: 'unheard_of' is undefined \[undefined-name\]/,
    );
  });

  test.each([
    ['a vaulted file', { 'ansible/group_vars/all.yaml': '$ANSIBLE_VAULT;1.1;AES256\n6162\n' }],
    [
      'include_vars',
      { 'ansible/playbooks/site.yaml': '- hosts: all\n  tasks: [{ include_vars: { file: x.yaml } }]\n' },
    ],
    [
      'a task that registers it',
      {
        'ansible/playbooks/site.yaml':
          '- hosts: all\n  tasks: [{ block: [{ command: x, register: unheard_of }] }]\n',
      },
    ],
    ['another role', { 'ansible/playbooks/site.yaml': '- hosts: all\n  roles: [common]\n' }],
    [
      'a question',
      { 'ansible/playbooks/site.yaml': '- hosts: all\n  vars_prompt: [{ name: unheard_of }]\n' },
    ],
  ])('but not where it may come from %s', async (_what, files) => {
    const text = "haproxy_stats_port: '{{ unheard_of }}'\n";
    const found = await said({ 'ansible/group_vars/haproxy_servers.yaml': text, ...files });
    expect(found).toMatch(/1 value with Jinja or vault not checked.*: no problems$/);
  });

  test('is told where something else is registered', async () => {
    const site = '- hosts: all\n  tasks: [{ command: x, register: other }]\n';
    const files = { 'ansible/group_vars/haproxy_servers.yaml': "haproxy_stats_port: '{{ unheard_of }}'\n" };
    expect(await said({ ...files, 'ansible/playbooks/site.yaml': site })).toContain('[undefined-name]');
  });
});
