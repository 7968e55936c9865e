// Debian's nginx with its stream module, unpacked and not installed: a package would start a server on port 80.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../scripts/setup/process.mjs';
import { BALANCER, WORKERS } from './network.mjs';

const PACKAGES = ['nginx', 'libnginx-mod-stream'];

/** Returns the command that balances with nginx in one process, or undefined where apt has no nginx. */
export async function nginxCommand(folder, { port, workerPort }) {
  try {
    await run('apt-get', ['-q', 'update']);
    // apt's own user may not read the folder, and downloads as root then.
    await run('apt-get', ['-q', '-o', 'APT::Sandbox::User=root', 'download', ...PACKAGES], { cwd: folder });
  } catch (error) {
    console.error(`Without nginx: ${error.message}`);
    return undefined;
  }
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.deb')))
    await run('dpkg-deb', ['--extract', join(folder, file), join(folder, 'nginx')]);
  const unpacked = (path) => join(folder, 'nginx', path);
  const configuration = join(folder, 'nginx.conf');
  writeFileSync(
    configuration,
    `load_module ${unpacked('usr/lib/nginx/modules/ngx_stream_module.so')};
daemon off;
master_process off;
pid ${join(folder, 'nginx.pid')};
error_log stderr warn;
worker_rlimit_nofile 16384;
events { worker_connections 16384; } # flows of earlier passes stay until proxy_timeout
stream {
    upstream workers { server ${WORKERS[0]}:${workerPort}; }
    server { listen ${BALANCER}:${port} udp; proxy_pass workers; proxy_timeout 300s; }
}
`,
  );
  const program = unpacked('usr/sbin/nginx');
  if (!existsSync(program)) throw new Error(`the package nginx has no ${program}`);
  return [program, '-p', folder, '-e', 'stderr', '-c', configuration];
}
