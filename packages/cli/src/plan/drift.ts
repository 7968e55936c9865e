import type { Live } from '../live/live.ts';
import type { Change, Means } from './change.ts';
import { isAsWritten, statedHash } from './configuration-hash.ts';

/** What is not as the last deployment left it, and what the next one does about it where `haproxy_on_drift` is `mend`. */
export function driftOf(live: Live): Change[] {
  const { facts } = live;
  if (!facts.installed) return [];
  return [
    ...editedFiles(live),
    ...processDrift(live),
    ...(facts.enabled === 'enabled' ? [] : [drift('HAProxy is not started at boot; it is enabled', 'none')]),
  ];
}

/**
 * The same of the agent of the UDP services, which is mended whatever `haproxy_on_drift` says.
 *
 * @param hasUdp - Whether there are UDP services after the deployment, too.
 */
export function agentDriftOf({ facts: { udp } }: Live, hasUdp: boolean): Change[] {
  if (!hasUdp || !udp.there) return [];
  if (!udp.active) return [drift('the agent of the UDP services does not run; it is started', 'agent')];
  return udp.stale
    ? [drift('the agent of the UDP services runs other files than those on the disk; it takes them', 'agent')]
    : [];
}

function drift(text: string, by: Means): Change {
  return { subject: 'drift', text, by };
}

function editedFiles({ deployment, files }: Live): Change[] {
  if (deployment) {
    const since = `deployment ${deployment.number} (${deployment.by}, ${deployment.at})`;
    return [
      ...deployment.edited.map((path) => `${path} was changed by hand since ${since}; it is written anew`),
      ...deployment.gone.map((path) => `${path} is gone since ${since}; it is written anew`),
    ].map((text) => drift(text, 'none'));
  }
  const text = files['haproxy.cfg'] ?? '';
  return statedHash(text) === undefined || isAsWritten(text)
    ? []
    : [drift('/etc/haproxy/haproxy.cfg was changed by hand, its hash says; it is written anew', 'none')];
}

function processDrift({ facts, running, files, deployment }: Live): Change[] {
  if (!facts.active) return [drift('HAProxy does not run; it is started', 'start')];
  if (running === null)
    return [drift('HAProxy runs and does not answer on its socket; it is reloaded', 'reload')];
  const stated = statedHash(files['haproxy.cfg'] ?? '');
  // A file that was changed by hand is newer than the process, and that is said already.
  const isBehind = running.stale && deployment?.edited.length === 0;
  const isOther = stated !== undefined && (running.hash !== stated || isBehind);
  return [
    ...(isOther
      ? [
          drift(
            'HAProxy runs another configuration than its file: a reload was lost, or it failed; it is reloaded',
            'reload',
          ),
        ]
      : []),
    ...(running.version !== facts.version
      ? [
          drift(
            `HAProxy ${facts.version} is installed, and ${running.version} runs; it is reloaded`,
            'reload',
          ),
        ]
      : []),
  ];
}
