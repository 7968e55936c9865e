import { ansibleEnvironment } from '../scripts/setup/environment.mjs';
import { run } from '../scripts/setup/process.mjs';
import { judgeTraffic, underTraffic } from './balancer-traffic.mjs';
import { runningConfiguration } from './running-configuration.mjs';

/**
 * Deploys to balancers under traffic.
 *
 * @param {Array<{host: string, name: string, address: string}>} balancers
 * @param {string[]} command such as ansible-playbook and its arguments
 * @param {NodeJS.ProcessEnv} [env] more of its environment
 */
export async function deployUnderTraffic(balancers, [file, ...args], env = {}) {
  const before = await configurationsOf(balancers);
  const { happened: deployment, traffic } = await underTraffic(balancers, () => deploy(file, args, env));
  return { before, after: await configurationsOf(balancers), deployment, traffic };
}

async function deploy(file, args, env) {
  const options = { env: { ...ansibleEnvironment(), ANSIBLE_NOCOLOR: '1', ...env }, accept: () => true };
  const { code, stdout, stderr } = await run(file, args, options);
  return { code, said: `${stdout}\n${stderr}` };
}

async function configurationsOf(balancers) {
  const each = balancers.map(async ({ host, name }) => [host, await runningConfiguration(name)]);
  return Object.fromEntries(await Promise.all(each));
}

/**
 * What is wrong with a deployment and its traffic, in words; an empty list is a pass.
 *
 * @param {Awaited<ReturnType<typeof deployUnderTraffic>>} result
 * @param {{removed?: string[], unchanged?: boolean, fails?: string, outage?: number, apart?: boolean,
 *   halfway?: boolean}} expected as measure-change.mjs is given it; `halfway` is a deployment that was killed anywhere
 * @returns {string[]}
 */
export function judgeDeployment({ before, after, deployment, traffic }, expected) {
  const { fails } = expected;
  return [
    ...(fails === undefined ? judgeSuccess(deployment, expected) : judgeFailure(deployment, fails)),
    ...Object.keys(traffic).flatMap((host) =>
      [...judgeTraffic(traffic[host], expected), ...judgeHost(before[host], after[host], expected)].map(
        (problem) => `${host}: ${problem}`,
      ),
    ),
  ];
}

function judgeHost(before, after, { fails, apart, halfway }) {
  const { file, process } = after;
  if (halfway) return [];
  if (apart) return file === process ? ['file and process are not apart'] : [];
  return [
    (file === null || file !== process) && `the process runs ${process}, the file is ${file}`,
    fails !== undefined && before.content !== after.content && 'haproxy.cfg is not as before',
  ].filter(Boolean);
}

function judgeSuccess({ code, said }, { unchanged }) {
  if (code !== 0) return [`the deployment ended with ${code}`];
  const changed = said.match(/changed=\d+/g) ?? [];
  return unchanged && (changed.length === 0 || changed.some((count) => count !== 'changed=0'))
    ? [`it changed something: ${changed.join(', ')}`]
    : [];
}

function judgeFailure({ code, said }, cause) {
  return [
    code === 0 && 'the deployment did not fail',
    !new RegExp(cause, 's').test(said) && `the deployment does not say ${cause}`,
  ].filter(Boolean);
}
