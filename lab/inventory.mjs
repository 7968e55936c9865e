import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../scripts/setup/environment.mjs';
import { KNOWN_HOSTS, PRIVATE_KEY, SSH_USER } from './ssh.mjs';
import { LAB_FOLDER } from './state.mjs';

export const INVENTORY = join(LAB_FOLDER, 'inventory.ini');

/** The guide's services that the lab's workers really have. */
const TCP_SERVICES = ['mysql', 'postgresql', 'redis'];
const UDP_SERVICES = ['wireguard'];

/**
 * Writes `.lab/inventory.ini` and the variables beside it, as a user would.
 *
 * @param {Array<{host: string, address: string}>} balancers
 */
export function writeInventory(balancers) {
  writeFileSync(INVENTORY, inventoryOf(balancers));
  const folder = join(LAB_FOLDER, 'group_vars');
  mkdirSync(folder, { recursive: true });
  const tcp = joinServices('haproxy_tcp_backends', TCP_SERVICES.map(readExample));
  const udp = joinServices('haproxy_udp_backends', UDP_SERVICES.map(readExample));
  writeFileSync(join(folder, 'haproxy_servers.yaml'), `---\n${tcp}${udp}`);
}

function readExample(name) {
  return readFileSync(join(ROOT, 'examples', name, 'vars.yaml'), 'utf8');
}

/** The inventory's text: the group haproxy_servers, reached over SSH as a user's hosts are. */
export function inventoryOf(balancers) {
  // ssh splits its option's value at spaces, which a folder's name may have: hence the quotes within quotes.
  const options = `-o IdentitiesOnly=yes -o StrictHostKeyChecking=yes -o 'UserKnownHostsFile="${KNOWN_HOSTS}"'`;
  return [
    '[haproxy_servers]',
    ...balancers.map(({ host, address }) => `${host} ansible_host=${address}`),
    '',
    '[haproxy_servers:vars]',
    `ansible_user=${SSH_USER}`,
    `ansible_ssh_private_key_file=${PRIVATE_KEY}`,
    `ansible_ssh_common_args=${options}`,
    '',
  ].join('\n');
}

/**
 * One list of services from several files that each have one; the services' own lines stay as they are.
 *
 * @param {string} variable the list's name
 * @param {string[]} texts
 */
export function joinServices(variable, texts) {
  const key = `${variable}:\n`;
  const services = texts.map((text) => {
    const start = text.indexOf(key);
    if (start === -1) throw new Error(`an example without ${key}${text}`);
    return text.slice(start + key.length).trimEnd();
  });
  return `${key}${services.join('\n')}\n`;
}
