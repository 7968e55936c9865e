// The services as rules see them: what has the right type, and nothing else.

import type { Path } from './diagnostic.ts';
import { defaults } from './generated/variables.ts';
import { isMapping } from './printed.ts';

/** Something with a name: a server, a user. */
export interface NamedView {
  path: Path;
  name: string | undefined;
}

export interface ServiceView {
  path: Path;
  name: string | undefined;
  port: number | undefined;
  /** Undefined where the addresses cannot be known. */
  bind: BindView[] | 'every' | undefined;
  servers: NamedView[];
}

export interface BindView {
  path: Path;
  address: string;
}

/** What rules look at. */
export interface View {
  tcp: ServiceView[];
  udp: ServiceView[];
  users: NamedView[];
  /** Undefined where it is off or cannot be known. */
  statsPort: number | undefined;
  metricsPort: number | undefined;
  /** Names of the variables that are given. */
  given: Set<string>;
  /** " (line 4)", or nothing where lines are not known. */
  line: (path: Path) => string;
}

export function viewOf(variables: Record<string, unknown>, line: View['line']): View {
  const port = (name: 'haproxy_stats_port' | 'haproxy_metrics_port') =>
    portOf(Object.hasOwn(variables, name) ? variables[name] : defaults[name]);
  return {
    tcp: servicesOf(variables, 'haproxy_tcp_backends'),
    udp: servicesOf(variables, 'haproxy_udp_backends'),
    users: namedOf(variables.haproxy_stats_users, ['haproxy_stats_users']),
    statsPort: port('haproxy_stats_port'),
    metricsPort: port('haproxy_metrics_port'),
    given: new Set(Object.keys(variables)),
    line,
  };
}

function servicesOf(variables: Record<string, unknown>, list: string): ServiceView[] {
  return mappingsOf(variables[list], [list]).map(({ path, fields }) => ({
    path,
    name: textOf(fields.name),
    port: portOf(fields.port),
    bind: bindOf(fields, path),
    servers: namedOf(fields.servers, [...path, 'servers']),
  }));
}

function namedOf(list: unknown, at: Path): NamedView[] {
  return mappingsOf(list, at).map(({ path, fields }) => ({ path, name: textOf(fields.name) }));
}

function bindOf(fields: Record<string, unknown>, path: Path): ServiceView['bind'] {
  if (!Object.hasOwn(fields, 'bind')) return 'every';
  if (!Array.isArray(fields.bind)) return undefined;
  return fields.bind.flatMap((address, index) =>
    typeof address === 'string' ? [{ path: [...path, 'bind', index], address }] : [],
  );
}

function mappingsOf(list: unknown, path: Path): { path: Path; fields: Record<string, unknown> }[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((fields, index) => (isMapping(fields) ? [{ path: [...path, index], fields }] : []));
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

// 0 turns a port off; what else is no port is the schema's business.
function portOf(value: unknown): number | undefined {
  return Number.isInteger(value) && Number(value) > 0 && Number(value) <= 65_535 ? Number(value) : undefined;
}
