// Holds hostile values for every text of the variables against the law of no-injection.ts, and prints as JSON: `judged`, each
// value with whether the schema and its rules accept it in `base`; `sets`, the configurations of those that are accepted.
//
//   tsx --conditions=@nodeport-haproxy/source scripts/test/hostile-variables.ts COUNT [SEED] [2.2|3.2]
//
// The configurations are such as that HAProxy takes: 2.2 has not kube-proxy's health check, 3.2 is told of Lua's booleans.

import { base, type HostileCase, hostileCases, withValue } from './hostile-cases.ts';
import { injection } from './no-injection.ts';
import { roleFile } from './role-files.ts';

// No names of hosts: each would be looked up when the configuration is checked.
function looksUp({ field, value }: HostileCase): boolean {
  return field.format === 'server-address' && !/^[0-9.]+$|:/.test(value);
}

function configurationOf({ field, value }: HostileCase) {
  const given = withValue(field.path, value);
  const services = given.haproxy_udp_backends as object[]; // as in `base`
  const checked = version === '2.2' ? services.map((service) => ({ ...service, health: 'tcp' })) : services;
  const configuration = roleFile(
    'haproxy.cfg',
    { ...given, haproxy_udp_backends: checked },
    { bool_sample_conversion: version === '3.2' },
  );
  return { accepted: true, configuration };
}

const [count = '2000', seed = String(Date.now() % 2 ** 31), version] = process.argv.slice(2);
const cases = hostileCases({ count: Number(count), seed: Number(seed) });
const injected = cases.flatMap((one) => injection(one) ?? []);
if (injected.length > 0) throw new Error([`seed ${seed}`, ...injected.slice(0, 5)].join('\n'));
const judged = cases.map(({ field: { path }, value, accepted }) => ({ path, value, accepted }));
const sets = cases.filter((one) => one.accepted && !looksUp(one)).map(configurationOf);
process.stdout.write(JSON.stringify({ seed: Number(seed), base, judged, sets }));
