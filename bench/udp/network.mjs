// A client, a balancer and three workers in network namespaces: client - balancer - workers, and a line past the balancer.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { run } from '../../scripts/setup/process.mjs';

export const BALANCER = '192.0.2.2';
export const WORKERS = ['198.51.100.11', '198.51.100.12', '198.51.100.13'];
export const DIRECT = '203.0.113.11'; // the first worker, past the balancer

const PREFIX = `bench-udp-${process.pid}`;
const NAMESPACES = ['client', 'balancer', 'workers'];

/** Each line: two ends, with the addresses of each. */
const LINES = [
  [
    ['client', '192.0.2.1'],
    ['balancer', BALANCER],
  ],
  [
    ['balancer', '198.51.100.2'],
    ['workers', ...WORKERS],
  ],
  [
    ['client', '203.0.113.1'],
    ['workers', DIRECT],
  ],
];

/** Arguments of `ip` that run a command in a namespace, on one core. */
export function inside(namespace, core, command) {
  return ['netns', 'exec', `${PREFIX}-${namespace}`, 'taskset', '-c', String(core), ...command];
}

export async function open() {
  for (const name of NAMESPACES) {
    await run('ip', ['netns', 'add', `${PREFIX}-${name}`]);
    await ip(name, 'link', 'set', 'lo', 'up');
  }
  for (const [index, [near, far]] of LINES.entries()) {
    const link = `line${index}`;
    const other = ['peer', 'name', link, 'netns', `${PREFIX}-${far[0]}`];
    await ip(near[0], 'link', 'add', link, 'type', 'veth', ...other);
    for (const [name, ...addresses] of [near, far]) {
      for (const address of addresses) await ip(name, 'address', 'add', `${address}/24`, 'dev', link);
      await ip(name, 'link', 'set', link, 'up');
    }
  }
  await ip('client', 'route', 'add', 'default', 'via', BALANCER);
  await run('ip', inside('balancer', 0, ['sysctl', '-q', '-w', 'net.ipv4.ip_forward=1']));
}

function ip(name, ...args) {
  return run('ip', ['-n', `${PREFIX}-${name}`, ...args]);
}

export async function close() {
  for (const name of NAMESPACES)
    await run('ip', ['netns', 'delete', `${PREFIX}-${name}`], { accept: () => true });
}

/** The balancer's rules are these and no others, and it knows no flow. */
export async function setRules(text) {
  await run('ip', inside('balancer', 0, ['nft', '-f', '-']), { input: `flush ruleset\n${text}\n` });
  await run('ip', inside('balancer', 0, ['conntrack', '-F']));
}

/** Starts a process that runs until `stop()`. */
export function start(namespace, core, command) {
  const [program, ...args] = ['ip', ...inside(namespace, core, command)];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  return {
    pid: child.pid, // `ip` and `taskset` become the command
    output: child.stdout,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
