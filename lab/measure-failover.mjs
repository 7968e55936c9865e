// Silences a worker of a project under traffic and prints, as JSON, what it cost; exit code 1 when that is too much.
//
//   node lab/measure-failover.mjs --project molecule-default --balancer balancer-trixie --worker k8s-worker-1
import { parseArgs } from 'node:util';
import { CheckFailure, exitWith } from '../scripts/setup/problem.mjs';
import { judgeFailover, measureFailover } from './failover.mjs';
import { readState } from './state.mjs';

async function main() {
  const names = ['project', 'balancer', 'worker'];
  const { values } = parseArgs({
    options: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
  });
  const machines = readState(values.project)?.machines ?? [];
  const [balancer, worker] = [values.balancer, values.worker].map((name) =>
    machines.find(({ host }) => host === name),
  );
  if (!balancer || !worker)
    throw new CheckFailure(`project ${values.project} has no ${balancer ? values.worker : values.balancer}`);
  const result = await measureFailover({
    host: balancer.address,
    port: 3306,
    statsUrl: `http://${balancer.address}:8404/stats;csv`,
    service: 'mysql',
    server: worker.host,
    container: worker.name,
    nodePort: 30306,
  });
  console.log(JSON.stringify(result));
  const problems = judgeFailover(result);
  if (problems.length > 0) throw new CheckFailure(problems.join('\n'));
}

await main().catch(exitWith);
