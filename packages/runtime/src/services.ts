import type { StatRow } from './stat.ts';

/** A server of a service, as HAProxy sees it. */
export interface Server {
  readonly name: string;
  /** `address:port`; absent where the socket's level does not show it. */
  readonly address?: string;
  /** HAProxy's own word: `UP`, `DOWN`, `UP 1/3`, `MAINT`, `DRAIN`, `no check` … */
  readonly status: string;
  /** Result of the last check, such as `L4OK` or `L4CON`; a leading `* ` says that a check is running. */
  readonly check?: string;
  /** The same in words, with what the server said, such as `Layer4 connection problem: Connection refused`. */
  readonly checkDescription?: string;
  /** Sessions that are open now. */
  readonly sessions: number;
  /** Seconds since the status last changed. */
  readonly lastChange?: number;
}

/** A service: a backend that has servers. The stats page and the metrics have none and are left out. */
export interface Service {
  readonly name: string;
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
  return [...proxies.values()].flatMap(service);
}

function service(rows: readonly StatRow[]): Service[] {
  const backend = rows.find(({ type }) => type === TYPE.backend);
  const servers = rows.filter(({ type }) => type === TYPE.server).map(server);
  if (!backend || servers.length === 0) return [];
  return [
    {
      name: backend.pxname ?? '',
      bind: rows.flatMap((row) => (row.type === TYPE.listener && row.addr) || []),
      status: backend.status ?? '',
      sessions: Number(backend.scur),
      servers,
    },
  ];
}

function server(row: StatRow): Server {
  const description = [row.check_desc, row.last_chk].filter(Boolean).join(': ');
  return {
    name: row.svname ?? '',
    ...(row.addr && { address: row.addr }),
    status: row.status ?? '',
    ...(row.check_status && { check: row.check_status }),
    ...(description && { checkDescription: description }),
    sessions: Number(row.scur),
    ...(row.lastchg && { lastChange: Number(row.lastchg) }),
  };
}
