import {
  parseUdpRules,
  type Section,
  type UdpRulesServer,
  type UdpRulesService,
} from '@nodeport-haproxy/runtime';
import type { Change } from './change.ts';
import { type Part, partsOf } from './owners.ts';

/** The two files that carry a UDP service: the kernel's rules, and HAProxy's checks. */
export interface UdpFiles {
  /** udp.nft; null where there is none. */
  readonly rules: string | null;
  /** haproxy.cfg. */
  readonly sections: readonly Section[];
}

const FLOWS = 'flows on servers that stay go on';
const CHECKS = 'its checks change; by reload';
const BY_AGENT = `without reload of HAProxy, by the agent; ${FLOWS}`;
const BY_BOTH = `by the agent, and for the checks by reload; ${FLOWS}`;

/**
 * What changes of the UDP services, a sentence each.
 *
 * @param isRunning - Whether HAProxy runs; otherwise it is started.
 */
export function udpChanges(before: UdpFiles, after: UdpFiles, isRunning: boolean): Change[] {
  const [from, to] = [servicesIn(before), servicesIn(after)];
  const [partsBefore, partsAfter] = [partsOf(before.sections), partsOf(after.sections)];
  const changes = [...new Set([...to.keys(), ...from.keys()])].flatMap((name): Change[] => {
    const subject = `${name}/udp`;
    const phrases = serviceChanges(from.get(name), to.get(name));
    const isChecked = linesOf(partsBefore.get(subject)) !== linesOf(partsAfter.get(subject));
    if (phrases.length === 0 && !isChecked) return [];
    if (phrases.length === 0) return [{ subject, by: 'reload', text: CHECKS }];
    if (isChecked && !isRunning)
      return [{ subject, by: 'start', text: [...phrases, 'with the start of HAProxy'].join('; ') }];
    return [
      {
        subject,
        by: isChecked ? 'reload' : 'agent',
        text: [...phrases, isChecked ? BY_BOTH : BY_AGENT].join('; '),
      },
    ];
  });
  if (before.rules === after.rules || changes.some(({ text }) => text !== CHECKS)) return changes;
  return [...changes, { subject: 'udp.nft', by: 'agent', text: `other rules change; ${BY_AGENT}` }];
}

function servicesIn({ rules }: UdpFiles): Map<string, UdpRulesService> {
  return new Map((parseUdpRules(rules ?? '') ?? []).map((service) => [service.name, service]));
}

function linesOf(part: Part | undefined): string {
  return part ? [...part.sections.values()].flatMap(({ lines }) => lines).join('\n') : '';
}

const FIELDS = [
  'port',
  'bind',
  'balance',
  'health',
  'fail_open',
  'allow',
  'deny',
  'flow_timeout',
  'masquerade',
] as const;

function serviceChanges(before: UdpRulesService | undefined, after: UdpRulesService | undefined): string[] {
  if (!after) return ['is removed; its flows end'];
  if (!before) return [`is new, on :${after.port}`];
  const fields = FIELDS.map((field) => [field, shown(before[field]), shown(after[field])] as const);
  return [
    ...serverChanges(before.servers, after.servers),
    ...fields.flatMap(([field, from, to]) => (from === to ? [] : [`${field} ${from} -> ${to}`])),
  ];
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length > 0 ? value.join(', ') : 'none';
  return String(value);
}

function serverChanges(before: readonly UdpRulesServer[], after: readonly UdpRulesServer[]): string[] {
  const [from, to] = [byName(before), byName(after)];
  return [
    ...after.filter(({ name }) => !from.has(name)).map(({ name }) => `adds server ${name}`),
    ...before
      .filter(({ name }) => !to.has(name))
      .map(
        ({ name, address, port }) =>
          `removes server ${name} (${at(address, port)}), whose flows go to the others`,
      ),
    ...before.flatMap((server) => {
      const other = to.get(server.name);
      return other ? serverChange(server, other) : [];
    }),
  ];
}

function byName(servers: readonly UdpRulesServer[]): Map<string, UdpRulesServer> {
  return new Map(servers.map((server) => [server.name, server]));
}

function serverChange(before: UdpRulesServer, after: UdpRulesServer): string[] {
  const [from, to] = [fieldsOf(before), fieldsOf(after)];
  return from.flatMap(([label, value], index) => {
    const [, other] = to[index] ?? [];
    return value === other ? [] : [`server ${before.name}: ${label}${value} -> ${other}`];
  });
}

function fieldsOf({ address, port, weight, backup = false, check_port }: UdpRulesServer) {
  return [
    ['', at(address, port)],
    ['weight ', weight],
    ['backup ', backup],
    ['check port ', check_port ?? 'none'],
  ] as const;
}

function at(address: string, port: number): string {
  return `${address.includes(':') ? `[${address}]` : address}:${port}`;
}
