import {
  parseConfiguration,
  parseStat,
  type Section,
  type Service,
  summary,
} from '@nodeport-haproxy/runtime';
import type { Live } from '../live/live.ts';
import type { Change } from './change.ts';
import { statedHash } from './configuration-hash.ts';
import type { Copy } from './copies.ts';
import { asOneSection } from './one-section.ts';
import { CHECKS } from './owners.ts';
import { tcpChanges } from './tcp-changes.ts';
import { udpChanges } from './udp-changes.ts';

/** What a deployment is to leave on a host. */
export interface Wanted {
  /** `udp.nft` is null without UDP services. */
  readonly files: Live['files'];
  readonly copies: readonly Copy[];
  /** Debian packages. */
  readonly packages: readonly string[];
}

/**
 * What a deployment would change on a host, a sentence each; none where all is as the variables say.
 *
 * @param drift - What is not as the last deployment left it.
 */
export function hostPlan(live: Live, wanted: Wanted, drift: readonly Change[]): Change[] {
  const services = live.running ? summary(parseStat(live.running.stat)) : undefined;
  const changes = [
    ...drift,
    ...installs(live, wanted),
    ...configurationChanges(live, wanted, services),
    ...copyChanges(live, wanted),
  ];
  const reloads = changes.some(({ by }) => by === 'reload');
  return [...changes, ...(reloads && services ? [reload(live, services)] : [])];
}

function installs({ facts }: Live, { packages }: Wanted): Change[] {
  const missing = packages.filter((name) => !facts.packages.includes(name));
  return missing.map((name) => ({ subject: name, text: 'the package is installed', by: 'install' }));
}

function configurationChanges(
  live: Live,
  wanted: Wanted,
  services: readonly Service[] | undefined,
): Change[] {
  const before = live.files['haproxy.cfg'] ?? '';
  const after = wanted.files['haproxy.cfg'] ?? '';
  if (before === after && live.files['udp.nft'] === wanted.files['udp.nft']) return [];
  const to = parseConfiguration(after);
  const { sections: from, joined } = asOneSection(parseConfiguration(before), to);
  // Of a configuration that is not the role's every line is another: only its services are compared.
  const isKnown = statedHash(before) !== undefined;
  const udp = udpChanges(
    { rules: live.files['udp.nft'], sections: from },
    { rules: wanted.files['udp.nft'], sections: to },
    services !== undefined,
  );
  const tcp = tcpChanges(isKnown ? from : listening(from), isKnown ? to : listening(to), services);
  // Who is checked follows from the services.
  const isTold = udp.some(({ by }) => by !== 'agent');
  const told = [...tcp.filter(({ subject }) => !(isTold && subject === CHECKS)), ...udp];
  if (!isKnown) return [written(live), ...told];
  const changes = [...(joined > 0 ? [oneSection(live)] : []), ...told];
  if (before === after || changes.some(({ by }) => by !== 'agent')) return changes;
  return [...changes, unseen(before, after, live)];
}

/** The sections of what clients connect to, without the role's own pages. */
function listening(sections: readonly Section[]): Section[] {
  const own = ['stats', 'metrics'];
  const fronts = sections.filter(({ kind }) => kind === 'frontend' || kind === 'listen');
  const names = new Set(fronts.map(({ name }) => name).filter((name) => !own.includes(name)));
  return sections.filter(({ name }) => names.has(name));
}

function written({ facts, running }: Live): Change {
  const whose = { package: "the package's own", foreign: "somebody else's", ours: 'an older one', none: '' };
  const old = whose[facts.configuration];
  return {
    subject: 'haproxy.cfg',
    text: old === '' ? 'is written' : `takes the place of ${old}`,
    by: running ? 'reload' : 'start',
  };
}

function oneSection({ running }: Live): Change {
  const what =
    'services are written as one section each, "listen NAME", in place of a frontend and a backend';
  const how = running ? 'by reload' : 'with the start of HAProxy';
  return { subject: 'haproxy.cfg', text: `${what}; ${how}`, by: running ? 'reload' : 'start' };
}

/** What is compared leaves comments out, and does not see a secret behind its mask. */
function unseen(before: string, after: string, { running }: Live): Change {
  const what =
    statedHash(before) === statedHash(after) ? 'comments change' : 'a value changes that is not shown';
  const how = running ? 'by reload' : 'with the start of HAProxy';
  return { subject: 'haproxy.cfg', text: `${what}; ${how}`, by: running ? 'reload' : 'start' };
}

function copyChanges({ copies, running }: Live, wanted: Wanted): Change[] {
  return wanted.copies.flatMap(({ path, digest, subject, means, how }): Change[] => {
    const before = copies[path] ?? null;
    if (before === digest) return [];
    if (before === null && running === null) return [{ subject, text: 'is new', by: 'start' }];
    if (before === null)
      return [{ subject, text: means === 'reload' ? `is new; ${how}` : 'is new', by: means }];
    return [{ subject, text: `another version; ${how}`, by: means }];
  });
}

/** Every service's sessions stay in the old process, changed or not. */
function reload({ files, running }: Live, services: readonly Service[]): Change {
  const sessions = services
    .filter(({ protocol }) => protocol === 'tcp')
    .reduce((sum, service) => sum + service.sessions, 0);
  const runsFile = running?.hash === (statedHash(files['haproxy.cfg'] ?? '') ?? '');
  const limit = runsFile ? hardStop(files['haproxy.cfg']) : undefined;
  const end = limit ? `, at most ${limit}` : '';
  const open = new Map([
    [0, 'no session is open'],
    [1, `the one open session goes on until it ends${end}`],
  ]);
  const many = `all ${sessions} open sessions go on until they end${end}`;
  return {
    subject: 'HAProxy',
    text: `is reloaded, not restarted; ${open.get(sessions) ?? many}`,
    by: 'reload',
  };
}

/** The old process keeps the limit that it was started with. */
function hardStop(text: string | null): string | undefined {
  return parseConfiguration(text ?? '')
    .filter(({ kind }) => kind === 'global')
    .flatMap(({ lines }) => lines.flatMap((line) => /^hard-stop-after (\S+)$/.exec(line)?.[1] ?? []))
    .at(-1);
}
