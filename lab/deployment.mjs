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
 *   halfway?: boolean, deployed?: string[], untouched?: string[]}} expected as measure-change.mjs is given it; `halfway`
 *   is a deployment that was killed anywhere
 * @returns {string[]}
 */
export function judgeDeployment(result, expected) {
  const { deployment, traffic } = result;
  const { fails, deployed = [], untouched = [] } = expected;
  return [
    ...(fails === undefined ? judgeSuccess(deployment, expected) : judgeFailure(deployment, fails)),
    ...[...deployed, ...untouched]
      .filter((host) => !Object.hasOwn(traffic, host))
      .map((host) => `${host}: there is no such balancer`),
    ...Object.keys(traffic).flatMap((host) =>
      judgeBalancer(host, result, expected).map((problem) => `${host}: ${problem}`),
    ),
  ];
}

function judgeBalancer(host, { before, after, deployment, traffic }, expected) {
  const { deployed = [], untouched = [] } = expected;
  const [was, is] = [before[host], after[host]];
  if (untouched.includes(host))
    return [...judgeTraffic(traffic[host]), ...judgeUntouched(was, is, isChanged(host, deployment))];
  const judgeHost = deployed.includes(host) ? judgeDeployed : judgeUnnamed;
  return [...judgeTraffic(traffic[host], expected), ...judgeHost(was, is, expected)];
}

function judgeUnnamed(before, after, { fails, apart, halfway }) {
  if (halfway) return [];
  if (apart) return after.file === after.process ? ['file and process are not apart'] : [];
  return [...judgeRunning(after), ...(fails === undefined ? [] : judgeSame(before, after))];
}

function judgeDeployed(before, after) {
  return [...judgeRunning(after), ...(before.content === after.content ? ['haproxy.cfg is as before'] : [])];
}

function judgeUntouched(before, after, changed) {
  const begun = after.deployments.filter((name) => !before.deployments.includes(name));
  return [
    ...judgeRunning(after),
    ...judgeSame(before, after),
    begun.length > 0 && `it was deployed to: ${begun.join(', ')}`,
    changed && 'the deployment changed something',
  ].filter(Boolean);
}

function judgeRunning({ file, process }) {
  return file === null || file !== process ? [`the process runs ${process}, the file is ${file}`] : [];
}

function judgeSame(before, after) {
  return before.content === after.content ? [] : ['haproxy.cfg is not as before'];
}

/** Whether Ansible's recap says that a host was changed; it may not have come to it. */
function isChanged(host, { said }) {
  return said.split('\n').some((line) => line.startsWith(`${host} `) && / changed=[1-9]/.test(line));
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
