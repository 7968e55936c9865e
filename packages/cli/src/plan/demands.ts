import { defaults, type Variables } from '@nodeport-haproxy/schema';
import { type Entries, valuesOf } from '../variables/layers.ts';
import type { Demands, Listener } from './refusals.ts';

/** The variables of a host that was checked, the role's defaults below them. */
export function checkedVariables(entries: Entries): Variables {
  // Only what the check of the variables let through comes here.
  return { ...defaults, ...valuesOf(entries) } as Variables;
}

/** What the variables want of a host, beside its files. */
export function demandsOf(variables: Variables): Demands {
  return {
    listeners: [...pages(variables), ...services(variables)],
    adopts: variables.haproxy_adopt === true,
    failsOnDrift: variables.haproxy_on_drift === 'fail',
  };
}

function pages(variables: Variables): Listener[] {
  return (['haproxy_stats_port', 'haproxy_metrics_port'] as const).flatMap((path) => {
    const port = variables[path] ?? defaults[path];
    return port === 0 ? [] : [{ path, protocol: 'tcp' as const, port, addresses: ['::'] }];
  });
}

function services(variables: Variables): Listener[] {
  return (['tcp', 'udp'] as const).flatMap((protocol) =>
    (variables[`haproxy_${protocol}_backends`] ?? []).map(({ port, bind }, index) => ({
      path: `haproxy_${protocol}_backends[${index}].port`,
      protocol,
      port,
      addresses: bind ?? ['::'],
    })),
  );
}

/** What the role makes of a host's facts for its templates: `__haproxy_host`. */
export function templateHost(
  facts: Readonly<Record<string, unknown>> & { readonly udp: { readonly off_before: readonly string[] } },
  variables: Variables,
): Record<string, unknown> {
  const servers = (variables.haproxy_udp_backends ?? []).flatMap((service) => service.servers);
  const families = [
    ...(servers.some(({ address }) => !address.includes(':')) ? ['ipv4'] : []),
    ...(servers.some(({ address }) => address.includes(':')) ? ['ipv6'] : []),
  ];
  const guard = families.filter((family) => facts.udp.off_before.includes(family));
  // What was kept of a host may be from before the role asked for this.
  return { bool_sample_conversion: false, ...facts, families, forward_guard: guard };
}
