import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FIXTURES, run, systemPath } from './run.ts';
import { temporaryProject } from './temporary-project.ts';

const ROLE = fileURLToPath(new URL('../../../ansible/roles/haproxy', import.meta.url));

export const VARIABLES = `haproxy_tcp_backends:
  - name: mysql
    port: 3306
    servers:
      - { name: k8s-worker-1, address: 192.0.2.11, port: 30306 }
haproxy_stats_users:
  - name: ops
    password_hash: $5$1sgTNP6EzZO.tnM2$eox7FpyKwL4iM/rz8aLO19EhrEjqWbBQdeppA//j4d0
`;

const GROUP_VARS = 'ansible/group_vars/haproxy_servers.yaml';

/** A project with the real role's templates, and with fakes of ssh and ansible-playbook in its folder `bin`. */
export interface PlanProject {
  readonly root: string;
  readonly nodeport: (...words: string[]) => ReturnType<typeof run>;
  readonly setVariables: (text: string) => void;
  /** What the fake ansible-playbook tells of a playbook. */
  readonly setEvents: (playbook: string, events: readonly object[]) => void;
  /** Lets a host answer as one that was deployed with the variables as they are now; facts, and more, go over what it says. */
  readonly answer: (host: string, facts?: object, more?: object) => Promise<void>;
  readonly read: (path: string) => string;
}

/** @param inventory - Its lines below `[haproxy_servers]`. */
export function planProject(inventory = 'lb1\n'): PlanProject {
  const root = temporaryProject({
    'ansible/inventory.ini': `[haproxy_servers]\n${inventory}`,
    [GROUP_VARS]: VARIABLES,
    'ansible/playbooks/history.yaml': '---\n',
    'ansible/playbooks/rollback.yaml': '---\n',
  });
  const role = join(root, 'ansible/roles/haproxy');
  for (const part of ['defaults', 'vars', 'files', 'templates'])
    cpSync(join(ROLE, part), join(role, part), { recursive: true });
  rmSync(join(role, 'templates/haproxy.service.conf.j2'), { force: true });
  for (const fake of ['ssh', 'events']) cpSync(join(FIXTURES, fake), join(root, 'bin'), { recursive: true });
  const path = [join(root, 'bin'), dirname(process.execPath), systemPath()].join(delimiter);
  const nodeport = (...words: string[]) => run('nodeport', root, words, path);
  const write = (name: string, text: string) => writeFileSync(join(root, name), text);
  const read = (name: string) => readFileSync(join(root, name), 'utf8');
  return {
    root,
    nodeport,
    read,
    setVariables: (text) => write(GROUP_VARS, text),
    setEvents: (playbook, events) => write(`${playbook}.events.json`, JSON.stringify(events)),
    answer: async (host, facts = {}, more = {}) => {
      const { stdout } = await nodeport('render');
      write(`bin/${host}.answer`, answerOf(`${stdout}\n`, facts, more, join(role, 'files')));
    },
  };
}

const VERSION = '2.6.12-1+deb12u4';
const STAT = [
  '# pxname,svname,scur,status,type,addr,',
  'mysql,k8s-worker-1,12,UP,2,192.0.2.11:30306,',
  'mysql,BACKEND,12,UP,1,,',
].join('\n');

function answerOf(configuration: string, facts: object, more: object, files: string): string {
  const usual = {
    os: { ID: 'debian', ID_LIKE: '' },
    installed: true,
    version: VERSION,
    packages: ['haproxy'],
    enabled: 'enabled',
    active: true,
    configuration: 'ours',
    ipv6: true,
    listeners: [],
    unusable_addresses: [],
    udp: { there: false, active: false, stale: true, off_before: [], receivers: [] },
  };
  const copies = [...configuration.matchAll(/lua-load \/etc\/haproxy\/(\S+)/g)].map(([, name = '']) => [
    `/etc/haproxy/${name}`,
    createHash('sha256')
      .update(readFileSync(join(files, name)))
      .digest('hex'),
  ]);
  const live = {
    files: { 'haproxy.cfg': configuration, 'udp.nft': null },
    copies: Object.fromEntries(copies),
    running: {
      hash: /NODEPORT_CONFIGURATION (\w+)/.exec(configuration)?.[1],
      version: VERSION,
      stale: false,
      stat: STAT,
    },
    deployment: {
      number: 1,
      at: '2026-11-22T20:00:00Z',
      by: 'anna@laptop',
      hash: '',
      outcome: 'applied',
      edited: [],
      gone: [],
    },
  };
  return `${JSON.stringify({ ...usual, ...facts })}\n${JSON.stringify({ ...live, ...more })}\n`;
}
