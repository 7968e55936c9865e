import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../scripts/setup/process.mjs';
import { LAB_FOLDER } from './state.mjs';

/** The user that balancers are reached as: an ordinary one with sudo, as on a user's hosts. */
export const SSH_USER = 'ops';

const FOLDER = join(LAB_FOLDER, 'ssh');
export const PRIVATE_KEY = join(FOLDER, 'id_ed25519');
export const KNOWN_HOSTS = join(FOLDER, 'known_hosts');

/**
 * Lets this machine into balancers over SSH: a key pair and known_hosts in `.lab/ssh`, the user on each of them.
 *
 * @param {Array<{name: string, address: string}>} balancers
 */
export async function openSsh(balancers) {
  mkdirSync(FOLDER, { recursive: true, mode: 0o700 });
  if (!existsSync(PRIVATE_KEY)) {
    const options = ['-q', '-t', 'ed25519', '-N', '', '-C', 'nodeport-haproxy-lab'];
    await run('ssh-keygen', [...options, '-f', PRIVATE_KEY]);
  }
  const publicKey = readFileSync(`${PRIVATE_KEY}.pub`, 'utf8');
  const hostKeys = await Promise.all(
    balancers.map(async ({ name, address }) => {
      await run('docker', ['exec', '--interactive', name, 'sh', '-euc', ADD_USER], { input: publicKey });
      // Read from the container itself, not over the network: nothing has to be trusted on first sight.
      const { stdout } = await run('docker', ['exec', name, 'cat', '/etc/ssh/ssh_host_ed25519_key.pub']);
      return `${address} ${stdout.split(' ').slice(0, 2).join(' ')}\n`;
    }),
  );
  const renewed = balancers.map(({ address }) => `${address} `);
  const others = knownHosts().filter((line) => !renewed.some((address) => line.startsWith(address)));
  writeFileSync(KNOWN_HOSTS, [...others, ...hostKeys].join(''));
}

/** Other projects' balancers stay known. */
function knownHosts() {
  return existsSync(KNOWN_HOSTS) ? (readFileSync(KNOWN_HOSTS, 'utf8').match(/.+\n/g) ?? []) : [];
}

const ADD_USER = `
id ${SSH_USER} >/dev/null 2>&1 || useradd --create-home --shell /bin/bash ${SSH_USER}
echo '${SSH_USER} ALL=(ALL) NOPASSWD: ALL' >/etc/sudoers.d/${SSH_USER}
chmod 440 /etc/sudoers.d/${SSH_USER}
install -d -m 700 -o ${SSH_USER} -g ${SSH_USER} /home/${SSH_USER}/.ssh
install -m 600 -o ${SSH_USER} -g ${SSH_USER} /dev/stdin /home/${SSH_USER}/.ssh/authorized_keys
`;
