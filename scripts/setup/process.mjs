import { spawn } from 'node:child_process';

/** A command that ended with anything but 0, with what an operator needs to run it again by hand. */
class ProcessError extends Error {
  name = 'ProcessError';
  exitCode = 1;

  constructor(command, { code, signal, stdout, stderr }) {
    const how = signal ? `was ended by ${signal}` : `ended with exit code ${code}`;
    const said = (stderr.trim() || stdout.trim()).split('\n').slice(-25).join('\n');
    super(`\`${command}\` ${how}${said ? `:\n${said}` : ''}`);
    this.code = code;
    this.signal = signal;
    this.stdout = stdout;
    this.stderr = stderr;
  }
}

/**
 * Runs a command to its end and returns what it wrote.
 *
 * Secrets go in through `input` or `env`, never through `args`: those are printed when the command fails.
 *
 * @param {string} file
 * @param {string[]} args
 * @param {{input?: string, env?: NodeJS.ProcessEnv, cwd?: string, timeout?: number, inherit?: boolean,
 *   accept?: (code: number | null) => boolean, signal?: AbortSignal}} [options] `timeout` in ms; `inherit` shows the
 *   output instead of returning it; `accept` says which exit codes are no failure (default: 0)
 * @returns {Promise<{stdout: string, stderr: string, code: number | null}>}
 */
export function run(file, args, options = {}) {
  const { input, env, cwd, timeout, inherit = false, accept = (code) => code === 0, signal } = options;
  const output = inherit ? 'inherit' : 'pipe';
  const { promise, resolve, reject } = deferred();
  const child = spawn(file, args, { env, cwd, timeout, signal, stdio: [stdin(input), output, output] });
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) {
    child[name]?.setEncoding('utf8').on('data', (text) => {
      written[name] += text;
    });
  }
  // Aborted, the command is told to end, and may still have something to put in order.
  child.on('error', (error) => signal?.aborted || reject(error));
  child.on('close', (code, ended) => {
    if (signal?.aborted) reject(signal.reason);
    else if (accept(code)) resolve({ ...written, code });
    else reject(new ProcessError([file, ...args].join(' '), { code, signal: ended, ...written }));
  });
  // A command that ends without reading its input closes the pipe: its exit code tells the story, not EPIPE.
  child.stdin?.on('error', () => {});
  child.stdin?.end(input);
  return promise;
}

/** Whether the command exists and ends with 0. */
export async function succeeds(file, args, options = {}) {
  try {
    return (await run(file, args, options)).code === 0;
  } catch {
    return false;
  }
}

function stdin(input) {
  return input === undefined ? 'ignore' : 'pipe';
}

/** Promise.withResolvers, which Node 20 does not have. */
function deferred() {
  const parts = {};
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
  return parts;
}
