import { rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { execa } from 'execa';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requireProject } from '../../src/project.ts';
import { entriesFor, valuesOf } from '../../src/variables/layers.ts';
import { loadVariables } from '../../src/variables/load.ts';
import { projectFiles } from '../../src/variables/project-files.ts';
import { worldsOf } from '../../src/variables/world.ts';
import { pathWithAnsible } from '../run.ts';
import { folderWith } from '../temporary-project.ts';
import { FIRST, type Files, NAMES, project } from './generated-inventories.ts';

/** Two projects at once: most of the time goes to starting ansible-inventory. */
const RUNS = process.env.NODEPORT_LONG === '1' ? 75 : 6;
const seed = Number(process.env.NODEPORT_SEED ?? Date.now() % 2 ** 31);

const path = pathWithAnsible();
const [bin = ''] = path?.split(delimiter) ?? [];

/** The variables of each host. */
type Hosts = Record<string, Record<string, unknown>>;

function only(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(NAMES.filter((name) => name in values).map((name) => [name, values[name]]));
}

function ours(root: string): Hosts {
  const files = loadVariables(projectFiles(requireProject(root)));
  const hosts = worldsOf(files).flatMap(({ inventory }) => inventory.hosts);
  return Object.fromEntries(hosts.map((host) => [host, only(valuesOf(entriesFor(files, host)))]));
}

/** What Ansible says, with the inventories of ansible.cfg. */
async function theirs(root: string): Promise<Hosts> {
  const { stdout } = await execa(join(bin, 'ansible-inventory'), ['--playbook-dir', 'playbooks', '--list'], {
    cwd: join(root, 'ansible'),
    extendEnv: false,
    // Otherwise an inventory that Ansible refuses is a warning, and what it holds is missing.
    env: {
      PATH: path,
      HOME: process.env.HOME,
      LC_ALL: 'C.UTF-8',
      ANSIBLE_INVENTORY_ANY_UNPARSED_IS_FAILED: 'True',
    },
  });
  const { _meta: meta, ...groups } = JSON.parse(stdout);
  const hosts = Object.values<{ hosts?: string[] }>(groups).flatMap((group) => group.hosts ?? []);
  return Object.fromEntries(hosts.map((host) => [host, only(meta.hostvars[host] ?? {})]));
}

async function compare(files: Files): Promise<void> {
  const root = folderWith(files);
  const shown = Object.entries(files).map(([name, text]) => `--- ${name}\n${text}`);
  try {
    expect(ours(root), shown.join('')).toEqual(await theirs(root));
  } finally {
    rmSync(root, { recursive: true });
  }
}

test.skipIf(!path)(
  'hosts of generated projects get what Ansible gives them',
  async () => {
    console.info(`NODEPORT_SEED=${seed}`);
    await fc.assert(
      fc.asyncProperty(fc.tuple(project, project), async (two) => {
        await Promise.all(two.map(compare));
      }),
      // Each step of shrinking is a run of Ansible.
      { numRuns: RUNS, seed, endOnFailure: true },
    );
  },
  600_000,
);

const CONFIG = '[defaults]\ninventory = hosts.yaml\n';

/** Where generated projects once differed. */
const FOUND: readonly (readonly [string, Files])[] = [
  [
    'a host in no group but all is ungrouped',
    {
      'ansible/hosts.yaml': 'all:\n  hosts:\n    lb1:\n',
      'ansible/group_vars/ungrouped.yaml': 'haproxy_a: 1\n',
    },
  ],
  [
    'of files for one name the first counts',
    {
      'ansible/hosts.yaml': 'haproxy_servers:\n  hosts: lb[1:4]\n',
      'ansible/host_vars/lb1/x.yaml': 'haproxy_a: folder\n',
      'ansible/host_vars/lb1.yml': 'haproxy_a: yml\nhaproxy_b: yml\n',
      'ansible/host_vars/lb2': 'haproxy_a: none\n',
      'ansible/host_vars/lb2.yaml': 'haproxy_a: yaml\nhaproxy_b: yaml\n',
      'ansible/host_vars/lb3.yml/x.json': '{"haproxy_a": "folder"}',
      'ansible/host_vars/lb3.yaml': 'haproxy_a: yaml\nhaproxy_b: yaml\n',
      'ansible/host_vars/lb4.json': '{"haproxy_a": "json", "haproxy_b": "json"}',
      'ansible/host_vars/lb4.yaml': 'haproxy_a: yaml\n',
    },
  ],
  [
    'a folder with another extension is not read',
    {
      'ansible/hosts.yaml': 'haproxy_servers:\n  hosts: lb1\n',
      'ansible/host_vars/lb1/old.d/x.yaml': 'haproxy_a: 1\n',
    },
  ],
  [
    'the parts of a YAML group count in their order',
    {
      'ansible/hosts.yaml':
        'all:\n  children: { haproxy_servers: { hosts: { lb1: { haproxy_a: 1 } } } }\n  hosts: { lb1: { haproxy_a: 2 } }\n',
    },
  ],
  [
    'a YAML inventory may lie among the playbooks',
    {
      'ansible/ansible.cfg': '[defaults]\ninventory = playbooks/hosts.yaml\n',
      'ansible/playbooks/hosts.yaml': 'haproxy_servers:\n  hosts: { lb1: { haproxy_a: 1 } }\n',
    },
  ],
  [
    'a folder that is read twice counts where it is read last',
    {
      'ansible/ansible.cfg': '[defaults]\ninventory = playbooks/one.ini, hosts.yaml, stock/a.ini, two.ini\n',
      'ansible/playbooks/one.ini': '[haproxy_servers]\nlb1\n',
      'ansible/stock/a.ini': 'lb1\n',
      'ansible/two.ini': 'lb1\n',
      'ansible/hosts.yaml': 'haproxy_servers:\n  hosts: lb1\n',
      'ansible/playbooks/host_vars/lb1.yaml': 'haproxy_a: playbooks\n',
      'ansible/host_vars/lb1.yaml': 'haproxy_a: ansible\nhaproxy_b: ansible\n',
      'ansible/stock/host_vars/lb1.yaml': 'haproxy_a: stock\nhaproxy_b: stock\n',
    },
  ],
];

test.skipIf(!path).each(FOUND)('%s', async (_, files) => {
  await compare({ 'ansible/ansible.cfg': CONFIG, ...FIRST, ...files });
});
