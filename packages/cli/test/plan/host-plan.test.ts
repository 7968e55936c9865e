import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Facts, Live } from '../../src/live/live.ts';
import { statedHash } from '../../src/plan/configuration-hash.ts';
import { agentDriftOf, driftOf } from '../../src/plan/drift.ts';
import { hostPlan } from '../../src/plan/host-plan.ts';

const CASES = fileURLToPath(new URL('../cases/plan/', import.meta.url));

const VERSION = '2.6.12-1+deb12u4';
const FACTS: Facts = {
  os: { ID: 'debian', ID_LIKE: '' },
  installed: true,
  version: VERSION,
  packages: ['haproxy', 'conntrack', 'iproute2', 'nftables'],
  enabled: 'enabled',
  active: true,
  configuration: 'ours',
  listeners: [],
  unusable_addresses: [],
  udp: { there: true, active: true, stale: false, off_before: [], receivers: [] },
};
const DEPLOYMENT = {
  number: 1,
  at: '',
  by: '',
  hash: '',
  outcome: 'applied',
  reason: '',
  haproxy: '',
  edited: [],
  gone: [],
};

/** A case's host as it is: what live.json says goes over a host that is as it was deployed. */
function liveOf(read: (name: string) => string | null): Live {
  const given = JSON.parse(read('live.json') ?? '{}');
  const before = read('before.cfg');
  const running = {
    hash: statedHash(before ?? '') ?? '',
    version: VERSION,
    stale: false,
    stat: read('stat.csv') ?? '',
  };
  return {
    files: { 'haproxy.cfg': before, 'udp.nft': read('before.nft') },
    copies: {},
    deployment: DEPLOYMENT,
    ...given,
    facts: { ...FACTS, ...given.facts },
    running: given.running === null ? null : { ...running, ...given.running },
  };
}

test.each(readdirSync(CASES))('the case %s is told as its expected.txt says', (name) => {
  const read = (file: string) => {
    const path = join(CASES, name, file);
    return existsSync(path) ? readFileSync(path, 'utf8') : null;
  };
  const live = liveOf(read);
  const files = { 'haproxy.cfg': read('after.cfg'), 'udp.nft': read('after.nft') };
  const wanted = { files, copies: [], packages: ['haproxy'] };
  const changes = hostPlan(live, wanted, [
    ...driftOf(live),
    ...agentDriftOf(live, files['udp.nft'] !== null),
  ]);
  expect(changes.map(({ subject, text }) => `${subject}: ${text}\n`).join('')).toBe(read('expected.txt'));
});

test('a reload is said to come with every sentence that says so, and with no other', () => {
  for (const name of readdirSync(CASES)) {
    const said = readFileSync(join(CASES, name, 'expected.txt'), 'utf8');
    expect([name, /by reload|it is reloaded/.test(said)]).toEqual([
      name,
      /^HAProxy: is reloaded/m.test(said),
    ]);
  }
});
