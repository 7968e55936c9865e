/**
 * What a project's containers are called and where they live, before any of them exists.
 *
 * @typedef {{project: string, balancers?: string[], workers?: number, workerSuite?: string, client?: boolean,
 *   ssh?: boolean}} Project `project` names the set; `balancers` are Debian releases
 * @typedef {{host: string, name: string, role: 'balancer' | 'worker' | 'client', suite: string,
 *   target: 'balancer' | 'worker', last: number, guideAddress?: string}} Machine `last` is the last number of its address
 */

/** The guide's workers, whose addresses its variables name. */
const GUIDE_NETWORK = '192.168.1';
const WORKER_SUITE = 'bookworm';

/**
 * @param {Project} project
 * @returns {Machine[]}
 */
export function planMachines({
  project,
  balancers = ['bookworm'],
  workers = 3,
  workerSuite = WORKER_SUITE,
  client = true,
}) {
  const machine = (role, target, host, last, extra) => ({
    host,
    name: containerName(project, host),
    role,
    target,
    last,
    ...extra,
  });
  return [
    ...balancers.map((release, index) =>
      machine('balancer', 'balancer', balancerName(balancers, index), 10 + index, { suite: release }),
    ),
    ...Array.from({ length: workers }, (_, index) => index + 1).map((number) =>
      machine('worker', 'worker', `k8s-worker-${number}`, 20 + number, {
        suite: workerSuite,
        guideAddress: `${GUIDE_NETWORK}.${10 + number}`,
      }),
    ),
    ...(client ? [machine('client', 'worker', 'client', 200, { suite: workerSuite })] : []),
  ];
}

/** @param {string} project @param {string} host */
function containerName(project, host) {
  return `${networkName(project)}-${host}`;
}

/** @param {string} project */
export function networkName(project) {
  return `nodeport-haproxy-${project}`;
}

function balancerName(suites, index) {
  const before = suites.slice(0, index).filter((suite) => suite === suites[index]).length;
  return `balancer-${suites[index]}${before > 0 ? `-${before + 1}` : ''}`;
}
