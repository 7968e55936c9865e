import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { down, up } from '../../lab/containers.mjs';
import { inventoryOf } from '../../lab/inventory.mjs';
import { openSsh } from '../../lab/ssh.mjs';
import { run } from '../setup/process.mjs';
import { inTemporaryFolder, root } from './tools.mjs';

const PROJECT = 'guide';

/** What an operator types, in the folder ansible/ of the project. `editor` stands for an edit by hand. */
const COMMANDS = [
  { command: 'cp inventory.ini.example inventory.ini' },
  { editor: writeInventory },
  { editor: writeServices },
  { command: 'ansible-playbook playbooks/deploy-haproxy.yaml --check --diff', says: /^\+listen mysql$/m },
  { command: 'ansible-playbook playbooks/deploy-haproxy.yaml', says: /failed=0/ },
  { command: 'ansible haproxy_servers -m shell -a "systemctl status haproxy"', says: /active \(running\)/ },
  { command: 'ansible haproxy_servers -m service -a "name=haproxy state=reloaded"', says: /CHANGED/ },
  { command: 'ansible haproxy_servers -m command -a "systemctl reload haproxy"', says: /rc=0/ },
  { command: 'ansible haproxy_servers -m command -a "haproxy -c -f /etc/haproxy/haproxy.cfg"', says: /rc=0/ },
  { command: 'curl --fail --silent http://$BALANCER:8404/stats', says: /k8s-worker-3/ },
  { command: 'curl --fail --silent "http://$BALANCER:8404/stats;csv"', says: /^mysql,k8s-worker-1,/m },
  { command: 'curl --fail --silent http://$BALANCER:9101/metrics', says: /haproxy_server_status/ },
  { command: 'ansible-playbook playbooks/deploy-haproxy.yaml', says: /changed=0/ },
  // docs/how-to/change.md and plan.md
  { command: 'nodeport plan', says: /no change/ },
  {
    command: 'ansible-playbook playbooks/deploy-haproxy.yaml -e haproxy_timeout_queue=20s',
    says: /changed=1/,
  },
  { command: 'ansible-playbook playbooks/history.yaml -v', says: /\\"number\\": 2/ },
  { command: 'nodeport history', says: /\* 2 .*applied, current/ },
  { command: 'nodeport rollback', says: /deployed: 1 host|1 host/ },
  { command: 'ansible-playbook playbooks/rollback.yaml -e haproxy_rollback_to=2', says: /changed=1/ },
  {
    command: 'ansible haproxy_servers -m command -a "grep queue /etc/haproxy/haproxy.cfg"',
    says: /timeout queue 20s/,
  },
  { command: 'ansible-playbook playbooks/deploy-haproxy.yaml', says: /changed=1/ },
  { command: 'nodeport plan --no-diff', says: /no change/ },
];

/** The commands that users of HAProxy on NodePorts know, on a host that they have. @type {import('./tally.mjs').Step[]} */
export const guide = [{ name: 'the commands of an operator', run: follow }];

function follow() {
  return inTemporaryFolder(async (folder) => {
    try {
      const { machines } = await up({ project: PROJECT, balancers: ['bookworm'], workers: 0, client: false });
      await openSsh(machines);
      const own = join(folder, 'ansible');
      // Without what somebody may have written into this checkout for hosts of their own.
      const filter = (file) => !/(inventory\.ini|_vars)$/.test(file);
      cpSync(join(root, 'ansible'), own, { recursive: true, filter });
      return await type(own, machines[0]);
    } finally {
      await down(PROJECT);
    }
  });
}

async function type(cwd, balancer) {
  const { ANSIBLE_CONFIG, ...rest } = process.env;
  const env = {
    ...rest,
    PATH: [join(root, '.venv/bin'), join(root, 'node_modules/.bin'), rest.PATH].join(delimiter),
    BALANCER: balancer.address,
  };
  let passed = 0;
  for (const { command, editor, says } of COMMANDS) {
    if (editor) {
      editor(cwd, balancer);
      continue;
    }
    const { stdout } = await run('sh', ['-c', command], { cwd, env });
    if (says && !says.test(stdout)) throw new Error(`${command}\nsays nothing of ${says}:\n${stdout}`);
    console.log(`ok  ${command}`);
    passed += 1;
  }
  return { passed, failed: 0 };
}

function writeInventory(cwd, balancer) {
  writeFileSync(join(cwd, 'inventory.ini'), inventoryOf([balancer]));
}

/** The role's own defaults are where the first example of a guide puts its services. */
function writeServices(cwd) {
  const defaults = join(cwd, 'roles/haproxy/defaults/main.yaml');
  const services = readFileSync(join(root, 'examples/mysql-roundrobin/vars.yaml'), 'utf8').replace(
    '---\n',
    '',
  );
  writeFileSync(defaults, readFileSync(defaults, 'utf8').replace('haproxy_tcp_backends: []\n', services));
}
