import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { LABEL } from '../scripts/setup/docker.mjs';
import { run } from '../scripts/setup/process.mjs';
import { waitUntil } from '../scripts/setup/wait-until.mjs';
import { networkName } from './plan.mjs';

const SPEC_LABEL = `${LABEL}.spec`;

/**
 * Makes sure that a machine runs from the given image; one that is broken or out of date is made anew.
 *
 * @param {import('./plan.mjs').Machine} machine
 * @param {{project: string, prefix: string, image: string}} where
 * @returns {Promise<boolean>} whether it had to be started
 */
export async function ensureContainer(machine, { project, prefix, image }) {
  const options = await runOptions(machine, { project, prefix, image });
  const spec = createHash('sha256').update(JSON.stringify(options)).digest('hex').slice(0, 16);
  if ((await stateOf(machine.name)) === `running ${spec}`) return false;
  await run('docker', ['rm', '--force', '--volumes', machine.name], { accept: () => true });
  await run('docker', ['run', '--detach', '--label', `${SPEC_LABEL}=${spec}`, ...options]);
  return true;
}

/** Waits until a machine has booted. A degraded one will do: a unit that makes no sense in a container may fail. */
export async function waitForBoot(name) {
  await waitUntil(`the boot of ${name}`, async () => {
    // Ends with 1 when degraded, and with an error while systemd has not opened its bus yet.
    const ask = ['exec', name, 'systemctl', 'is-system-running', '--wait'];
    const { stdout, stderr } = await run('docker', ask, { accept: () => true });
    if (/^(running|degraded)$/m.test(stdout)) return true;
    throw new Error(stderr.trim() || stdout.trim());
  });
}

async function runOptions({ name, host, last, role, target }, { project, prefix, image }) {
  const { stdout: id } = await run('docker', ['image', 'inspect', '--format', '{{.Id}}', image]);
  return [
    ...['--name', name, '--hostname', host, '--label', `${LABEL}=${project}`],
    ...['--network', networkName(project), '--ip', `${prefix}.${last}`],
    ...SYSTEMD,
    ...['--cap-add', 'NET_ADMIN', '--cap-add', 'NET_RAW'],
    // As on a fresh host: forwarding on a balancer is what the role has to see to.
    ...['--sysctl', `net.ipv4.ip_forward=${role === 'balancer' ? 0 : 1}`],
    // For wireguard-go, which the workers and the client run where the kernel has no WireGuard.
    ...(target === 'worker' ? ['--device', '/dev/net/tun'] : []),
    id.trim(),
  ];
}

/**
 * What systemd needs in place of `--privileged`. Of the host's control groups it gets the version 2 tree alone, which a
 * hybrid host keeps aside: systemd from 256 on refuses to start when it sees version 1 beside it.
 */
const SYSTEMD = [
  ...[
    '--cap-add',
    'SYS_ADMIN',
    '--security-opt',
    'seccomp=unconfined',
    '--security-opt',
    'apparmor=unconfined',
  ],
  ...['--cgroupns', 'host', '--volume', `${controlGroups()}:/sys/fs/cgroup:rw`],
  ...['--tmpfs', '/run', '--tmpfs', '/run/lock', '--tmpfs', '/tmp'],
  ...['--stop-signal', 'SIGRTMIN+3'],
];

function controlGroups() {
  const hybrid = '/sys/fs/cgroup/unified';
  return existsSync(hybrid) ? hybrid : '/sys/fs/cgroup';
}

async function stateOf(name) {
  const format = `{{ .State.Status }} {{ index .Config.Labels "${SPEC_LABEL}" }}`;
  const { stdout } = await run('docker', ['inspect', '--format', format, name], { accept: () => true });
  return stdout.trim();
}
