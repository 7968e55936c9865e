import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Facts, Live } from '../../src/live/live.ts';
import { statedHash } from '../../src/plan/configuration-hash.ts';
import { COPIES } from '../../src/plan/copies.ts';
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

const CONFIGURATION = `global
    # Names this configuration: \`show env\` tells which one a process runs.
    setenv NODEPORT_CONFIGURATION ${'a'.repeat(64)}
`;

/** A host that is as it was deployed, in all that a test does not say. */
const asDeployed = (more: Partial<Live>): Live => ({
  ...liveOf((name) => (name === 'before.cfg' ? CONFIGURATION : null)),
  ...more,
});

describe('what is copied as it is', () => {
  const [rule] = COPIES;
  const wanted = (digest: string) => ({
    files: { 'haproxy.cfg': CONFIGURATION, 'udp.nft': null },
    copies: rule ? [{ ...rule, digest }] : [],
    packages: [],
  });
  const live = asDeployed({ copies: { '/etc/haproxy/end-sessions.lua': 'one' } });

  test('is no change where it is the same', () => {
    expect(hostPlan(live, wanted('one'), [])).toEqual([]);
  });

  test('is told where it is another, or new', () => {
    const told = (one: Live) =>
      hostPlan(one, wanted('two'), []).map(({ subject, text }) => `${subject}: ${text}`);
    expect(told(live)[0]).toBe('end-sessions.lua: another version; by reload');
    expect(told(asDeployed({ copies: {} }))[0]).toBe('end-sessions.lua: is new; by reload');
    expect(told(asDeployed({ copies: {}, running: null }))).toEqual(['end-sessions.lua: is new']);
  });
});

test('without a record of its deployment a file is judged by its own hash', () => {
  const told = driftOf(asDeployed({ deployment: null })).map(({ text }) => text);
  expect(told).toEqual(['/etc/haproxy/haproxy.cfg was changed by hand, its hash says; it is written anew']);
});

test.each([
  ['started', null, 'start'],
  ['reloaded', liveOf(() => null).running, 'reload'],
] as const)('a service says by itself that HAProxy is %s', (_, running, by) => {
  const live = asDeployed({ running });
  const service = 'listen web\n    bind :80\n    server one 192.0.2.1:80\n';
  const files = { 'haproxy.cfg': `${CONFIGURATION}${service}`, 'udp.nft': null };
  const web = hostPlan(live, { files, copies: [], packages: [] }, []).find(
    ({ subject }) => subject === 'web',
  );
  expect(web?.by).toBe(by);
});
