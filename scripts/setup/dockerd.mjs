import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { run } from './process.mjs';

const DAEMON = 'dockerd';
const PID_FILES = { '/run/docker.pid': DAEMON, '/run/docker/containerd/containerd.pid': 'containerd' };
const SOCKETS = ['/run/containerd/containerd.sock', '/run/docker/containerd/containerd.sock'];

/**
 * Starts the engine's daemon so that it outlives this process.
 *
 * @param {string} log the file that takes the daemon's output where no systemd does
 */
export async function startDockerd(log) {
  if (existsSync('/run/systemd/system')) {
    await run('systemctl', ['start', 'docker']);
    return;
  }
  await clearLeftovers();
  mkdirSync(dirname(log), { recursive: true });
  const output = openSync(log, 'a');
  spawn(DAEMON, [], { detached: true, stdio: ['ignore', output, output] }).unref();
}

/**
 * An engine that was killed leaves pid files and sockets behind. dockerd believes a pid file when any process has that
 * number by now, and waits in vain on a socket that nobody listens on.
 */
async function clearLeftovers() {
  for (const [file, name] of Object.entries(PID_FILES)) {
    if (existsSync(file) && processName(readFileSync(file, 'utf8').trim()) !== name) rmSync(file);
  }
  for (const socket of SOCKETS) {
    if (existsSync(socket) && !(await isListening(socket))) rmSync(socket);
  }
}

function processName(pid) {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return undefined;
  }
}

function isListening(path) {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}
