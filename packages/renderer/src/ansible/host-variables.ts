import type { Variables } from '../runtime/variables.ts';
import { Dict } from '../values/dict.ts';
import type { Value } from '../values/value.ts';

/**
 * What templates call `hostvars`: the variables of each host, rendered for that host once somebody looks at them.
 *
 * @param hosts - Called once for each host that is asked for.
 */
export function hostVariables(hosts: ReadonlyMap<string, () => Variables>): Value {
  const all = new Dict();
  for (const [host, variables] of hosts) all.setLater(host, () => dictOf(variables()));
  return all;
}

function dictOf(variables: Variables): Dict {
  const dict = new Dict();
  // A name that is listed has a value.
  for (const name of variables.names()) dict.setLater(name, () => variables.get(name) ?? null);
  return dict;
}
