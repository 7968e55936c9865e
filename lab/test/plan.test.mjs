import { expect, test } from 'vitest';
import { planMachines } from '../plan.mjs';

test('the workers have the names and addresses of the guide', () => {
  const workers = planMachines({ project: 'p' }).filter(({ role }) => role === 'worker');
  expect(workers.map(({ host, guideAddress }) => `${host} ${guideAddress}`)).toEqual([
    'k8s-worker-1 192.168.1.11',
    'k8s-worker-2 192.168.1.12',
    'k8s-worker-3 192.168.1.13',
  ]);
});

test('no two machines share a name or an address, not even two balancers of one release', () => {
  const machines = planMachines({ project: 'p', balancers: ['trixie', 'bookworm', 'trixie'], workers: 9 });
  for (const key of ['name', 'last']) expect(new Set(machines.map((machine) => machine[key])).size).toBe(13);
});
