import type { StatRow } from './stat.ts';

/** A server of a service, as HAProxy sees it. */
export interface Server {
  readonly name: string;
  /** `address:port`; absent where the socket's level does not show it. */
  readonly address?: string;
  /** HAProxy's own word: `UP`, `DOWN`, `UP 1/3`, `MAINT`, `DRAIN`, `no check` … */
  readonly status: string;
  /**
   * Result of the last check, such as `L4OK` or `L4CON`; a leading `* ` says that a check is running. A server that
   * tracks another one has the other's.
   */
  readonly check?: string;
  /** The same in words, with what the server said, such as `Layer4 connection problem: Connection refused`. */
  readonly checkDescription?: string;
  /** Sessions that are open now; of UDP HAProxy carries none. */
  readonly sessions: number;
  /** Seconds since the status last changed. */
  readonly lastChange?: number;
}

/** A service, or a route of one: a backend that has servers. The stats page and the metrics have none and are left out. */
export interface Service {
  /** As the variables have it; a TCP and a UDP service may have the same. */
  readonly name: string;
  readonly protocol: 'tcp' | 'udp';
  /** The route whose servers these are; absent for the service's own. */
  readonly route?: string;
  /** Where clients connect; known only where listeners have rows of their own (`option socket-stats`). */
  readonly bind: readonly string[];
  /** HAProxy's word on the whole backend: `UP` or `DOWN`. */
  readonly status: string;
  /** Sessions that are open now. */
  readonly sessions: number;
  readonly servers: readonly Server[];
}

/** The column `type`. */
const TYPE = { backend: '1', server: '2', listener: '3' } as const;
/** A UDP service is a backend that only checks: the kernel carries the datagrams (docs/explanation/udp.md). */
const UDP_PREFIX = 'udp_';
/** A route of a TCP service is a backend of its own. */
const ROUTE_PREFIX = 'sni_';
/** Backends of the UDP plane that are no service: the health of each worker, and the way to the agent's metrics. */
const PARTS_OF_UDP: readonly string[] = ['workers', 'udp_metrics'];

/**
 * Groups the rows of `show stat` into services and their servers.
 *
 * @param rows - Rows from {@link parseStat}.
 * @returns The services in HAProxy's order.
 *
 * @example
 * ```ts
 * const down = summary(parseStat(csv)).flatMap(({ servers }) => servers).filter(({ status }) => status === 'DOWN');
 * ```
 */
export function summary(rows: readonly StatRow[]): Service[] {
  const proxies = new Map<string, StatRow[]>();
  for (const row of rows) {
    const name = row.pxname ?? '';
    const known = proxies.get(name);
    if (known) known.push(row);
    else proxies.set(name, [row]);
  }
  const places = new Map(rows.map((row) => [`${row.pxname}/${row.svname}`, row]));
  let owner = '';
  return [...proxies]
    .filter(([name]) => !PARTS_OF_UDP.includes(name))
    .flatMap(([name, ofProxy]) => {
      if (!name.startsWith(ROUTE_PREFIX)) owner = name;
      return service(nameOf(name, owner), ofProxy, places);
    });
}

/** @param owner - The service before a route: its routes follow it, and only so sni_a_b_c can be told apart. */
function nameOf(proxy: string, owner: string): Pick<Service, 'name' | 'protocol' | 'route'> {
  if (proxy.startsWith(UDP_PREFIX)) return { name: proxy.slice(UDP_PREFIX.length), protocol: 'udp' };
  const prefix = `${ROUTE_PREFIX}${owner}_`;
  if (!proxy.startsWith(prefix)) return { name: proxy, protocol: 'tcp' };
  return { name: owner, protocol: 'tcp', route: proxy.slice(prefix.length) };
}

function service(
  name: Pick<Service, 'name' | 'protocol' | 'route'>,
  rows: readonly StatRow[],
  places: ReadonlyMap<string, StatRow>,
): Service[] {
  const backend = rows.find(({ type }) => type === TYPE.backend);
  const servers = rows
    .filter(({ type }) => type === TYPE.server)
    .map((row) => server(row, places.get(row.tracked ?? '') ?? row));
  if (!backend || servers.length === 0) return [];
  return [
    {
      ...name,
      bind: rows.flatMap((row) => (row.type === TYPE.listener && row.addr) || []),
      status: backend.status ?? '',
      sessions: Number(backend.scur),
      servers,
    },
  ];
}

/** @param checked - The row of the server that is checked: another one where this one tracks it. */
function server(row: StatRow, checked: StatRow): Server {
  const description = [checked.check_desc, checked.last_chk].filter(Boolean).join(': ');
  return {
    name: row.svname ?? '',
    ...(row.addr && { address: row.addr }),
    status: row.status ?? '',
    ...(checked.check_status && { check: checked.check_status }),
    ...(description && { checkDescription: description }),
    sessions: Number(row.scur),
    ...(row.lastchg && { lastChange: Number(row.lastchg) }),
  };
}
