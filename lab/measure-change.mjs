// Runs a deployment to a project's balancers under TCP and UDP traffic, and judges both; exit code 1 when they are worse
// than they may be.
//
//   node lab/measure-change.mjs --project P [--removed WORKER]... [--unchanged] [--deployed HOST]... [--untouched HOST]... \
//     -- COMMAND...
//   node lab/measure-change.mjs --project P --fails REGEX [--outage SECONDS] [--apart] [--deployed HOST]... \
//     [--untouched HOST]... -- COMMAND...
//
// The command is a deployment to the project's balancers. It has to succeed, and every HAProxy runs its file then;
// with --unchanged it changes nothing. With --fails it has to fail and to say so, and file and process are as before, or
// with --apart the file is another than the process runs: it was killed between write and reload. --outage is how long
// new connections may be refused. Whether it fails or not, a balancer that is --deployed runs another configuration than
// before, and on one that is --untouched no deployment was even begun.
import { parseArgs } from 'node:util';
import { CheckFailure, exitWith } from '../scripts/setup/problem.mjs';
import { trafficInWords } from './balancer-traffic.mjs';
import { deployUnderTraffic, judgeDeployment } from './deployment.mjs';
import { readState } from './state.mjs';

async function main() {
  const { values, positionals: command } = parseArgs({
    allowPositionals: true,
    options: {
      project: { type: 'string' },
      removed: { type: 'string', multiple: true, default: [] },
      unchanged: { type: 'boolean', default: false },
      fails: { type: 'string' },
      outage: { type: 'string', default: '0' },
      apart: { type: 'boolean', default: false },
      deployed: { type: 'string', multiple: true, default: [] },
      untouched: { type: 'string', multiple: true, default: [] },
    },
  });
  const balancers = (readState(values.project)?.machines ?? []).filter(({ role }) => role === 'balancer');
  const result = await deployUnderTraffic(balancers, command);
  for (const [host, traffic] of Object.entries(result.traffic))
    console.log(`${host}: ${trafficInWords(traffic)}`);
  const expected = { ...values, outage: Number(values.outage) };
  const problems = judgeDeployment(result, expected);
  if (problems.length === 0) return;
  console.error(result.deployment.said);
  throw new CheckFailure(problems.join('\n'));
}

await main().catch(exitWith);
