import { relative } from 'node:path';
import { expect, test } from 'vitest';
import { requireProject } from '../../src/project.ts';
import { checkFiles } from '../../src/variables/check.ts';
import { balancerStacks } from '../../src/variables/layers.ts';
import { loadVariables } from '../../src/variables/load.ts';
import { isError } from '../../src/variables/problem.ts';
import { projectFiles } from '../../src/variables/project-files.ts';
import type { FileVariables } from '../../src/variables/read-file.ts';
import { service, temporaryProject } from '../temporary-project.ts';

type Files = Readonly<Record<string, string>>;

/** `file:line code` of everything that is wrong in a project with these files below ansible/. */
function problemsIn(files: Files): string[] {
  const { root, read } = filesOf(files);
  return checkFiles(read)
    .problems.filter(isError)
    .map(
      ({ file = '', range, code }) =>
        `${relative(`${root}/ansible`, file)}:${range?.start.line ?? ''} ${code}`,
    );
}

function filesOf(files: Files): { root: string; read: FileVariables[] } {
  const below = Object.entries(files).map(([name, text]) => [`ansible/${name}`, text]);
  const root = temporaryProject(Object.fromEntries(below));
  return { root, read: loadVariables(projectFiles(requireProject(root))) };
}

const TWO = '[haproxy_servers]\nlb1\nlb2\n';
const CHILD = '[haproxy_servers:children]\ndc1\n[dc1]\nlb1\n';

test.each<[string, Files]>([
  [
    'the files of all its hosts',
    {
      'inventory.ini': TWO,
      'group_vars/haproxy_servers.yaml': service(8404),
      'host_vars/lb1.yaml': 'haproxy_stats_port: 18404',
      'host_vars/lb2/stats.yaml': 'haproxy_stats_port: 18404',
    },
  ],
  [
    'the lines of its hosts, which name a range',
    {
      'inventory.ini': '[haproxy_servers]\nlb[01:03].example.org haproxy_stats_port=18404\n',
      'group_vars/haproxy_servers.yaml': service(8404),
    },
  ],
  [
    'a child group',
    {
      'inventory.ini': CHILD,
      'group_vars/haproxy_servers.yaml': service(8404),
      'group_vars/dc1.yaml': 'haproxy_stats_port: 18404',
    },
  ],
  [
    'the parent of a child group that has the service',
    {
      'inventory.ini': CHILD,
      'group_vars/haproxy_servers.yaml': 'haproxy_stats_port: 18404',
      'group_vars/dc1.yaml': service(8404),
    },
  ],
  [
    'a child group of a YAML inventory',
    {
      'ansible.cfg': '[defaults]\ninventory = inventory.yaml\n',
      'inventory.yaml':
        'all:\n  children:\n    haproxy_servers:\n      children:\n        dc1:\n          hosts:\n            "lb[1:2]":\n          vars:\n            haproxy_stats_port: 18404\n',
      'group_vars/haproxy_servers.yaml': service(8404),
    },
  ],
  [
    'the group, while all hosts get the service',
    {
      'inventory.ini': TWO,
      'group_vars/all.yaml': service(8404),
      'group_vars/haproxy_servers.yaml': 'haproxy_stats_port: 18404',
      'group_vars/others.yaml': 'haproxy_maxconn: 100',
    },
  ],
  [
    'the group, before the inventory is written',
    {
      'group_vars/all.yaml': service(8404),
      'group_vars/haproxy_servers.yaml': 'haproxy_stats_port: 18404',
      'host_vars/lb1.yaml': 'haproxy_maxconn: 100',
    },
  ],
  [
    'a group of all the hosts, above the variables of the inventory',
    {
      'inventory.ini': `${TWO}[haproxy_servers:vars]\nhaproxy_stats_port=9000\n`,
      'group_vars/haproxy_servers.yaml': service(9000),
      'group_vars/all.yaml': 'haproxy_stats_port: 18404',
    },
  ],
  [
    'the play that deploys it',
    {
      'inventory.ini': TWO,
      'group_vars/haproxy_servers.yaml': service(8404),
      'playbooks/deploy-haproxy.yaml':
        '- hosts: haproxy_servers\n  roles:\n    - role: haproxy\n      haproxy_stats_port: 18404\n',
    },
  ],
])('a service on 8404 is right where the stats page moves in %s', (_, files) => {
  expect(problemsIn(files)).toEqual([]);
});

test('a conflict that one host alone gets is found, where the service stands', () => {
  expect(
    problemsIn({
      'inventory.ini': TWO,
      'group_vars/haproxy_servers.yaml': service(9000),
      'host_vars/lb2.yaml': 'haproxy_stats_port: 9000',
    }),
  ).toEqual(['group_vars/haproxy_servers.yaml:3 port-conflict']);
});

test('a conflict of a parent and a child group is found', () => {
  expect(
    problemsIn({
      'inventory.ini': CHILD,
      'group_vars/haproxy_servers.yaml': 'haproxy_stats_port: 9000',
      'group_vars/dc1.yaml': service(9000),
    }),
  ).toEqual(['group_vars/dc1.yaml:3 port-conflict']);
});

test('of two groups of the same depth the later in the alphabet wins', () => {
  const files = {
    'inventory.ini': '[haproxy_servers:children]\nb\na\n[b]\nlb1\n[a]\nlb1\n',
    'group_vars/haproxy_servers.yaml': service(8404),
  };
  const moved = 'haproxy_stats_port: 18404';
  const back = 'haproxy_stats_port: 8404';
  expect(problemsIn({ ...files, 'group_vars/a.yaml': back, 'group_vars/b.yaml': moved })).toEqual([]);
  expect(problemsIn({ ...files, 'group_vars/a.yaml': moved, 'group_vars/b.yaml': back })).toHaveLength(1);
});

test('a deeper group wins over one that is closer to the top', () => {
  const files = {
    'inventory.ini':
      '[haproxy_servers:children]\na\nz\n[a:children]\ndeep\n[deep]\nlb1\n[z]\nlb1\n[z:vars]\nhaproxy_stats_port=8404\n[deep:vars]\nhaproxy_stats_port=18404\n',
    'group_vars/haproxy_servers.yaml': service(8404),
  };
  expect(problemsIn(files)).toEqual([]);
});

test('a problem that many hosts share is reported once', () => {
  expect(
    problemsIn({
      'inventory.ini': '[haproxy_servers]\nlb[1:300] haproxy_maxconn=10\nlb301\n',
      'group_vars/haproxy_servers.yaml': service(8404),
    }),
  ).toEqual(['group_vars/haproxy_servers.yaml:3 port-conflict']);
});

test('groups and hosts that no inventory reaches are judged', () => {
  const wrong = {
    'group_vars/haproxy_servers.yaml': service(8404),
    'group_vars/dc9.yaml': service(9101),
    'host_vars/lb9.yaml': 'haproxy_metrics_port: 0\nhaproxy_stats_port: 99999',
  };
  const found = [
    'group_vars/dc9.yaml:3 port-conflict',
    'group_vars/haproxy_servers.yaml:3 port-conflict',
    'host_vars/lb9.yaml:2 out-of-range',
  ];
  expect(problemsIn(wrong)).toEqual(found);
  expect(problemsIn({ ...wrong, 'inventory.ini': '[haproxy_servers]\n' })).toEqual(found);
  expect(problemsIn({ ...wrong, 'inventory.ini': TWO })).toEqual(found);
});

test('two inventories that are not used together are judged apart', () => {
  expect(
    problemsIn({
      'inventory.ini': '[haproxy_servers]\nlb1 haproxy_stats_port=18404\n',
      'inventory.yaml': 'haproxy_servers:\n  hosts:\n    lb1: { haproxy_metrics_port: 0 }\n',
      'group_vars/haproxy_servers.yaml': service(9101),
    }),
  ).toEqual(['group_vars/haproxy_servers.yaml:3 port-conflict']);
});

test('what is wrong in itself is reported even where another file overrides it', () => {
  expect(
    problemsIn({
      'inventory.ini': '[haproxy_servers]\nlb1 haproxy_stats_port=18404\n',
      'group_vars/all.yaml': 'haproxy_stats_port: 99999\n',
      'group_vars/haproxy_servers.yaml': `haproxy_stats_port: "8404"\n${service(70000)}`,
      'host_vars/lb1.yaml': service(80),
    }),
  ).toEqual([
    'group_vars/all.yaml:1 out-of-range',
    'group_vars/haproxy_servers.yaml:1 wrong-type',
    'group_vars/haproxy_servers.yaml:4 out-of-range',
  ]);
});

test('hosts that get the same are one', () => {
  const { read } = filesOf({
    'inventory.ini': '[haproxy_servers]\nlb[1:300]\nlb[301:302] haproxy_maxconn=10\n',
    'group_vars/haproxy_servers.yaml': service(80),
  });
  expect(balancerStacks(read).map(({ hosts }) => hosts.length)).toEqual([300, 2]);
});

test('the variables of a play go over those of every host', () => {
  const files = {
    'inventory.ini': TWO,
    'group_vars/haproxy_servers.yaml': service(9000),
    'playbooks/deploy-haproxy.yaml': '- hosts: haproxy_servers\n  vars:\n    haproxy_stats_port: 9000\n',
  };
  expect(problemsIn(files)).toEqual(['group_vars/haproxy_servers.yaml:3 port-conflict']);
});

test('of two plays each is judged with its own variables', () => {
  expect(
    problemsIn({
      'inventory.ini': TWO,
      'group_vars/haproxy_servers.yaml': service(8404),
      'playbooks/first.yaml': '- hosts: haproxy_servers\n  vars: { haproxy_stats_port: 18404 }\n',
    }),
  ).toEqual(['group_vars/haproxy_servers.yaml:3 port-conflict']);
});
