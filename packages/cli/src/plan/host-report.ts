import type { AnsibleConfig } from '../ansible/config.ts';
import { readKept } from '../live/kept.ts';
import type { Live } from '../live/live.ts';
import { readLive } from '../live/read-live.ts';
import type { Project } from '../project.ts';
import type { HostReport } from '../report/plan.ts';
import type { Entries } from '../variables/layers.ts';
import { withPlace } from '../variables/places.ts';
import { checkedVariables, demandsOf } from './demands.ts';
import { agentDriftOf, driftOf } from './drift.ts';
import { hostPlan, type Wanted } from './host-plan.ts';
import { withoutSecrets } from './mask.ts';
import { refusalsOf } from './refusals.ts';
import { wantedOn } from './wanted.ts';

export interface ReportOptions {
  /** Whether the difference of the files is wanted. */
  readonly diff: boolean;
}

/** What a deployment would change on a host, which is asked now. */
export async function reportOfLive(
  project: Project,
  config: AnsibleConfig,
  host: string,
  entries: Entries,
  options: ReportOptions,
): Promise<HostReport> {
  const surroundings = { config, configFile: project.config, isRoot: process.getuid?.() === 0 };
  const reading = await readLive(project, host, entries, surroundings);
  if (!reading.ok) return { host, state: 'unknown', reasons: [reading.reason], changes: [], diff: '' };
  const { live } = reading;
  const variables = checkedVariables(entries);
  const wanted = wantedOn(project, entries, variables, live.facts);
  const drift = driftOf(live);
  // Before the first deployment there is nothing to differ from.
  const known = live.deployment ? drift : [];
  const reasons = refusalsOf(live, known, demandsOf(variables)).map((reason) => withPlace(reason, entries));
  if (reasons.length === 0 && known.length > 0 && variables.haproxy_on_drift === 'report')
    return leftAlone(host, known);
  const changes = hostPlan(live, wanted, [...drift, ...agentDriftOf(live, wanted.files['udp.nft'] !== null)]);
  const state = reasons.length > 0 ? 'refused' : changes.length > 0 ? 'changes' : 'unchanged';
  return { host, state, reasons, changes, diff: await difference(live, wanted, host, options) };
}

/** With `haproxy_on_drift: report` the role leaves a host with drift as it is, whatever the variables say. */
function leftAlone(host: string, drift: HostReport['changes']): HostReport {
  const changes = drift.map((one) => ({
    ...one,
    by: 'none' as const,
    text: `${one.text.replace(/; [^;]*$/, '')}; the host is left as it is (haproxy_on_drift: report)`,
  }));
  return { host, state: 'unchanged', reasons: [], changes, diff: '' };
}

/** The same against what this machine kept of the host after its last deployment. */
export async function reportOfKept(
  project: Project,
  host: string,
  entries: Entries,
  options: ReportOptions,
): Promise<HostReport> {
  const kept = readKept(project.root, host);
  if (!kept) {
    const reason =
      'nothing is kept of its last deployment; run nodeport deploy on this machine, or plan without --last';
    return { host, state: 'unknown', reasons: [reason], changes: [], diff: '' };
  }
  const { live, at: keptAt } = kept;
  const wanted = masked(wantedOn(project, entries, checkedVariables(entries), live.facts));
  const changes = hostPlan(live, wanted, []);
  const state = changes.length > 0 ? 'changes' : 'unchanged';
  return { host, state, reasons: [], changes, diff: await difference(live, wanted, host, options), keptAt };
}

/** What is kept has no secrets, so that it is compared with what has none. */
function masked(wanted: Wanted): Wanted {
  const configuration = wanted.files['haproxy.cfg'];
  return {
    ...wanted,
    files: { ...wanted.files, 'haproxy.cfg': configuration && withoutSecrets(configuration) },
  };
}

async function difference(
  live: Live,
  wanted: Wanted,
  host: string,
  { diff }: ReportOptions,
): Promise<string> {
  const names = ['haproxy.cfg', 'udp.nft'] as const;
  const changed = names.filter((name) => live.files[name] !== wanted.files[name]);
  if (!diff || changed.length === 0) return '';
  const { createTwoFilesPatch } = await import('diff');
  return changed
    .map((name) => {
      const [before, after] = [live.files[name], wanted.files[name]].map((text) =>
        withoutSecrets(text ?? ''),
      );
      const path = `/etc/haproxy/${name}`;
      const patch = createTwoFilesPatch(`${host}:${path}`, path, before ?? '', after ?? '', 'now', 'planned');
      // The first line is only a rule.
      return patch.slice(patch.indexOf('\n') + 1);
    })
    .join('');
}
