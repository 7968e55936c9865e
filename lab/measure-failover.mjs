// Silences a worker of a project under traffic and prints, as JSON, what it cost; exit code 1 when that is too much.
//
//   node lab/measure-failover.mjs --project molecule-default --balancer balancer-trixie --worker k8s-worker-1 \
//     [--service mysql --port 3306] [--after-reload]
//
// With --after-reload, HAProxy is reloaded once the sessions are open, so that they are those of an old process.
// The service has to be the lab's MariaDB.
import { parseArgs } from 'node:util';
import { CheckFailure, exitWith } from '../scripts/setup/problem.mjs';
import { judgeFailover, measureFailover } from './failover.mjs';
import { reloadHaproxy } from './reload.mjs';
import { readState } from './state.mjs';

async function main() {
  const { values } = parseArgs({
    options: {
      project: { type: 'string' },
      balancer: { type: 'string' },
      worker: { type: 'string' },
      service: { type: 'string', default: 'mysql' },
      port: { type: 'string', default: '3306' },
      'after-reload': { type: 'boolean', default: false },
    },
  });
  const machines = readState(values.project)?.machines ?? [];
  const [balancer, worker] = [values.balancer, values.worker].map((name) =>
    machines.find(({ host }) => host === name),
  );
  if (!balancer || !worker)
    throw new CheckFailure(`project ${values.project} has no ${balancer ? values.worker : values.balancer}`);
  const result = await measureFailover({
    host: balancer.address,
    port: Number(values.port),
    statsUrl: `http://${balancer.address}:8404/stats;csv`,
    service: values.service,
    server: worker.host,
    container: worker.name,
    nodePort: 30306,
    reload: values['after-reload'] ? () => reloadHaproxy(balancer) : undefined,
  });
  console.log(JSON.stringify(result));
  const problems = judgeFailover(result);
  if (problems.length > 0) throw new CheckFailure(problems.join('\n'));
}

await main().catch(exitWith);
