import type { Change } from '../plan/change.ts';
import { count } from './servers.ts';
import { visible } from './visible.ts';

/** What a plan found for a host. */
export interface HostReport {
  readonly host: string;
  readonly state: 'unchanged' | 'changes' | 'refused' | 'unknown';
  /** Why the role would refuse it, or why nothing is known of it. */
  readonly reasons: readonly string[];
  readonly changes: readonly Change[];
  /** A unified diff, without secrets; empty where the files stay, or nobody asked for it. */
  readonly diff: string;
  /** When what is compared with was kept, where nobody asked the host: ISO 8601, in UTC. */
  readonly keptAt?: string;
}

/** Writes a plan for people: a block for each host, and a summary as the last line. */
export function planLines(reports: readonly HostReport[]): string[] {
  return [...reports.flatMap(hostLines), summary(reports)].map(visible);
}

const WORDS = {
  refused: 'would be refused: ',
  unknown: 'is not known: ',
  unchanged: '',
  changes: '',
} as const;

function hostLines({ host, state, reasons, changes, diff, keptAt }: HostReport): string[] {
  const name = keptAt === undefined ? host : `${host}, as deployed at ${keptAt}`;
  const lines = [
    ...reasons.map((reason) => `${WORDS[state]}${reason}`),
    ...changes.map(({ subject, text }) => `${subject}: ${text}`),
  ];
  if (lines.length === 0) return [`${name}: no change`, ''];
  const difference = diff !== '' ? ['', ...diff.trimEnd().split('\n')] : [];
  return [`${name}:`, ...lines.map((line) => `  ${line}`), ...difference, ''];
}

function summary(reports: readonly HostReport[]): string {
  const having = (state: HostReport['state']) => reports.filter((report) => report.state === state);
  const parts = (
    [
      ['changes', `with changes${means(having('changes'))}`],
      ['unchanged', 'without change'],
      ['refused', 'would be refused'],
      ['unknown', 'not known'],
    ] as const
  ).flatMap(([state, words]) => {
    const { length } = having(state);
    return length > 0 ? [reports.length === 1 ? words : `${length} ${words}`] : [];
  });
  return `plan: ${count(reports.length, 'host')}, ${parts.join(', ')}`;
}

/** How the changes get into force: a start and a reload are what an operator wants to know of. */
function means(reports: readonly HostReport[]): string {
  const all = new Set(reports.flatMap(({ changes }) => changes.map(({ by }) => by)));
  if (all.size === 0) return '';
  if (all.has('start')) return ' (HAProxy is started)';
  return all.has('reload') ? ' (by reload)' : ' (without reload)';
}
