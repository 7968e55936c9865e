// Kills a deployment at the start of its first task, then of its second, until one comes to its end; each of a change, and
// each followed by a whole run. All of it under traffic. Exit code 1 where something was harmed or does not heal.
//
//   node lab/measure-kills.mjs --project P --step NAME --step NAME [--removed WORKER]... [--from 1] \
//     -- ansible-playbook ARGUMENTS...
//
// The steps take turns, so that there is always something to change. The playbook's callback plugin kill_at_task does it
// (molecule/change/callback_plugins).
import { parseArgs } from 'node:util';
import { CheckFailure, exitWith } from '../scripts/setup/problem.mjs';
import { trafficInWords } from './balancer-traffic.mjs';
import { deployUnderTraffic, judgeDeployment } from './deployment.mjs';
import { readState } from './state.mjs';

/** A deployment has fewer tasks; one that is never reached would be looked for without end. */
const MOST = 100;

const ENABLED = 'ANSIBLE_CALLBACKS_ENABLED';

async function killAt(number, { balancers, command, removed }) {
  const env = { [ENABLED]: 'kill_at_task', KILL_AT_TASK: String(number) };
  const result = await deployUnderTraffic(balancers, command, env);
  const [, task] = /killed at: (.*)/.exec(result.deployment.said) ?? [];
  if (!task) return { result, problems: judgeDeployment(result, { removed }) };
  return {
    task,
    result,
    problems: judgeDeployment(result, { removed, fails: 'killed at: ', halfway: true }),
  };
}

async function main() {
  const { values, positionals: command } = parseArgs({
    allowPositionals: true,
    options: {
      project: { type: 'string' },
      step: { type: 'string', multiple: true },
      removed: { type: 'string', multiple: true, default: [] },
      from: { type: 'string', default: '1' },
    },
  });
  const { step: steps, removed } = values;
  const balancers = (readState(values.project)?.machines ?? []).filter(({ role }) => role === 'balancer');
  for (let number = Number(values.from); number < MOST; number += 1) {
    const of = [...command, `--extra-vars=step=${steps[(number - 1) % steps.length]}`];
    const killed = await killAt(number, { balancers, command: of, removed });
    report(killed.task ? `killed at ${number}: ${killed.task}` : `not killed: ${number - 1} tasks`, killed);
    if (!killed.task) return;
    const result = await deployUnderTraffic(balancers, of);
    report('  the next run', { result, problems: judgeDeployment(result, { removed }) });
  }
  throw new CheckFailure(`no deployment came to its end before task ${MOST}`);
}

function report(what, { result: { traffic, deployment }, problems }) {
  const said = Object.entries(traffic).map(([host, one]) => `${host}: ${trafficInWords(one)}`);
  console.log([what, ...said].join('\n    '));
  if (problems.length === 0) return;
  console.error(deployment.said);
  throw new CheckFailure([what, ...problems].join('\n'));
}

await main().catch(exitWith);
