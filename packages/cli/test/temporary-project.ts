import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

const FIRST = {
  'ansible/ansible.cfg': '[defaults]\ninventory = inventory.ini\n',
  'ansible/playbooks/deploy-haproxy.yaml': '- hosts: haproxy_servers\n  roles: [haproxy]\n',
  'ansible/roles/haproxy/defaults/main.yaml': 'haproxy_tcp_backends: []\nhaproxy_stats_port: 8404\n',
};

/** Writes a project for one test, and takes it away after it. Returns its folder. */
export function temporaryProject(files: Readonly<Record<string, string>>): string {
  const root = folderWith({ ...FIRST, ...files });
  onTestFinished(() => rmSync(root, { recursive: true }));
  return root;
}

/** Writes a folder. Whoever asked for it takes it away. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'nodeport-project-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

/** The text of a variables file with one service. */
export function service(port: number): string {
  const servers = [1, 2, 3].map((n) => `{ name: worker-${n}, address: 192.0.2.1${n}, port: 30080 }`);
  return `haproxy_tcp_backends:\n  - name: web\n    port: ${port}\n    servers: [${servers.join(', ')}]\n`;
}
