import type { Section, Service } from '@nodeport-haproxy/runtime';
import type { Change } from './change.ts';
import { lineChanges } from './line-changes.ts';
import { type Part, partsOf } from './owners.ts';
import { openSessions, serverChanges } from './server-changes.ts';

/**
 * What a new haproxy.cfg changes, a sentence for each service and for the settings. All of it is applied by a reload.
 * Its side of the UDP services is left to {@link udpChanges}.
 *
 * @param running - The services of the HAProxy that runs; undefined where none does.
 */
export function tcpChanges(
  before: readonly Section[],
  after: readonly Section[],
  running: readonly Service[] | undefined,
): Change[] {
  const [from, to] = [partsOf(before), partsOf(after)];
  const subjects = [...new Set([...to.keys(), ...from.keys()])];
  return subjects.flatMap((subject): Change[] => {
    const [one, other] = [from.get(subject), to.get(subject)];
    const kind = (other ?? one)?.kind;
    if (kind === 'udp') return [];
    const pools =
      kind === 'tcp'
        ? (running ?? []).filter(({ name, protocol }) => protocol === 'tcp' && name === subject)
        : [];
    const phrases = partChanges(one, other, pools);
    if (phrases.length === 0) return [];
    const how = running ? ['by reload', ...old(pools)] : ['with the start of HAProxy'];
    return [{ subject, by: running ? 'reload' : 'start', text: [...phrases, ...how].join('; ') }];
  });
}

/** Where the sessions of a service are after a reload. */
function old(pools: readonly Service[]): string[] {
  if (pools.length === 0) return [];
  const sessions = pools.reduce((sum, pool) => sum + pool.sessions, 0);
  if (sessions === 0) return ['no session is open'];
  return [
    sessions === 1 ? '1 session goes on in the old process' : `${sessions} sessions go on in the old process`,
  ];
}

function partChanges(before: Part | undefined, after: Part | undefined, pools: readonly Service[]): string[] {
  if (!after) return ['is removed'];
  if (!before) return [after.kind === 'tcp' ? `is new, on ${portsOf(after)}` : 'is new'];
  const keys = new Set([...before.sections.keys(), ...after.sections.keys()]);
  return [...keys].flatMap((key) =>
    sectionChanges(key, before.sections.get(key), after.sections.get(key), poolOf(key, after.subject, pools)),
  );
}

interface Pool {
  /** What it is called: `route shop`; undefined for what is no route. */
  readonly route: string | undefined;
  /** What runs of it now. */
  readonly service: Service | undefined;
}

function poolOf(key: string, subject: string, pools: readonly Service[]): Pool {
  const prefix = `backend sni_${subject}_`;
  const route = key.startsWith(prefix) ? key.slice(prefix.length) : undefined;
  return {
    route: route === undefined ? undefined : `route ${route}`,
    service: pools.find((pool) => pool.route === route),
  };
}

function sectionChanges(
  key: string,
  before: Section | undefined,
  after: Section | undefined,
  { route, service }: Pool,
): string[] {
  if (!after)
    return [route ? `removes ${route}${openSessions(service?.sessions)}` : `drops the section "${key}"`];
  if (!before) return [`adds ${route ?? `the section "${key}"`}`];
  const sessionsOf = (name: string) => service?.servers.find((server) => server.name === name)?.sessions;
  const changes = [
    ...serverChanges(before.lines, after.lines, sessionsOf),
    ...lineChanges(before.lines, after.lines),
  ];
  return route ? changes.map((change) => `${route}: ${change}`) : changes;
}

/** `:3306`, `192.0.2.10:3306, [2001:db8::10]:3306`: on every address only the port says something. */
function portsOf({ sections }: Part): string {
  const binds = [...sections.values()].flatMap(({ lines }) =>
    lines.flatMap((line) => /^bind (\S+)/.exec(line)?.[1]?.replace(/^::(?=:\d+$)/, '') ?? []),
  );
  return binds.join(', ');
}
