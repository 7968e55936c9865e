import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { MachineFormat } from '../../../src/report/formats/index.ts';
import { FIXTURES, run } from '../../run.ts';
import { service, temporaryProject } from '../../temporary-project.ts';

const HOSTS = '[haproxy_servers]\nlb1\nlb2\nlb3\n';
const ODD = 'host_vars/lb1/ä & ☃ ]]>, 50%: a <b>\x1b\n"?#.yaml';

/** What the command prints in a format: of nothing, one and many problems, and of what is odd in files and their names. */
export async function outputs(format: MachineFormat): Promise<string[]> {
  const none = await printed(format, 'validate/none', ['vars.yaml']);
  const one = await printed(format, 'validate/none', ['wrong.yaml'], 1);
  const many = await printed(format, '.', ['everything-wrong.yaml'], 1);
  const project = temporaryProject({
    'ansible/inventory.ini': HOSTS,
    'ansible/group_vars/haproxy_servers.yaml': service(8080),
    'ansible/host_vars/lb2.yaml': 'haproxy_maxconn: 0\nhaproxy_stats_port: 8080\n',
    'ansible/host_vars/lb3.yaml': 'haproxy_stats_port: 8080\nhaproxy_maxconn: {{ twice }}\n',
    'ansible/vars/more.yaml': 'haproxy_maxconn: 10\n',
    'ansible/playbooks/two.yaml': '- hosts: all\n  vars_files: [../vars/more.yaml]\n'.repeat(2),
    'ansible/playbooks/other.yaml':
      '- hosts: all\n  vars_files: ["no\\0ne\\ud800"]\n  tasks: [include_vars: "{{ it }}"]\n',
    '.nodeport.yaml': 'rules:\n  none: off\n',
  });
  const ansible = join(project, 'ansible');
  mkdirSync(join(ansible, 'host_vars/lb1'));
  // Bytes that are no UTF-8, and a control character.
  writeFileSync(
    join(ansible, ODD),
    Buffer.from('haproxy_maxcon: 1\nhaproxy_stats_path: "/\xff\\e"\nhaproxy_x: 1\n', 'latin1'),
  );
  const odd = await printed(format, project, [], 1);
  const below = await printed(format, join(project, 'ansible/playbooks'), [], 1);
  const stdin = await printed(format, FIXTURES, ['-'], 1, `haproxy_maxconn: 0\n${'x'.repeat(100_000)}: 1\n`);
  return [none, one, many, odd, below, stdin];
}

async function printed(
  format: MachineFormat,
  folder: string,
  files: string[],
  exitCode = 0,
  input?: string,
): Promise<string> {
  const given = await run('validate', folder, ['vars', '--format', format, ...files], undefined, input);
  expect([given.stderr, given.exitCode]).toEqual(['', exitCode]);
  return given.stdout;
}
