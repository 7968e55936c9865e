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

  test.each(["'{{ x | my.own.filter }}'", `"{{ lookup('env', 'X') }}"`, "'{{ unheard_of }}'"])(
    '%s is counted',
    async (port) => {
      expect(await group(service(port))).toMatch(/, 1 value with Jinja or vault not checked: no problems$/);
    },
  );

  test('under !unsafe are none', async () => {
    expect(await group("haproxy_stats_path: !unsafe '/{{ x }}'\n")).toContain('[bad-format]');
  });

  test('in a circle are counted, and the check ends', async () => {
    const found = await group("a: '{{ b }}'\nb: '{{ a }}'\nhaproxy_stats_port: '{{ a }}'\n");
    expect(found).toMatch(/, 1 value with Jinja or vault not checked: no problems$/);
  });

  test.each(templateExplanations.map((one) => [one.code, one] as const))('%s', async (code, one) => {
    expect(await group(`${one.wrong}\n`)).toContain(`[${code}]`);
    expect(await group(`${one.right}\n`)).toMatch(/: no problems$/);
  });
});
