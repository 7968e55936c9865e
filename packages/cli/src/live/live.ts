/** A socket of the host, and who holds it; pid 0: nobody knows. */
export interface Holder {
  readonly address: string;
  readonly port: number;
  readonly process: string;
  readonly pid: number;
}

/** What the role's files/probe.py prints of a host: only what a plan reads is named. The templates get all of it. */
export interface Facts extends Readonly<Record<string, unknown>> {
  readonly os: { readonly ID: string; readonly ID_LIKE: string };
  readonly installed: boolean;
  readonly packages: readonly string[];
  readonly enabled: string;
  readonly active: boolean;
  /** The version of the package that is installed, or would be. */
  readonly version: string;
  /** Whose haproxy.cfg stands there. */
  readonly configuration: 'ours' | 'package' | 'foreign' | 'none';
  readonly listeners: readonly Holder[];
  readonly unusable_addresses: readonly string[];
  readonly udp: {
    readonly there: boolean;
    readonly active: boolean;
    readonly stale: boolean;
    readonly off_before: readonly string[];
    readonly receivers: readonly Holder[];
  };
}

/** A record of a deployment, as the role keeps it on the balancer. */
export interface Deployment {
  readonly number: number;
  /** ISO 8601, in UTC. */
  readonly at: string;
  /** Who deployed, from which machine. */
  readonly by: string;
  /** By which the configuration names itself; null of one that does not. */
  readonly hash: string | null;
  readonly outcome: string;
  readonly reason: string;
  /** HAProxy's version. */
  readonly haproxy: string;
}

/** A record with whether it is what the host was given last. */
export type HistoryRecord = Deployment & { readonly current: boolean };

/** What files/read-live.py prints of a host, with the facts that are printed before it. */
export interface Live {
  readonly facts: Facts;
  readonly files: Readonly<Record<'haproxy.cfg' | 'udp.nft', string | null>>;
  /** SHA-256 by path of what the role copies as it is; null where there is no such file. */
  readonly copies: Readonly<Record<string, string | null>>;
  /** The worker that answers; null where none does. */
  readonly running: {
    /** Its configuration's hash, empty where it names none. */
    readonly hash: string;
    readonly version: string;
    /** It was started before its files were written. */
    readonly stale: boolean;
    /** `show stat`. */
    readonly stat: string;
  } | null;
  /** The last that was applied, and which of its files are others now, or gone. */
  readonly deployment:
    | (Deployment & { readonly edited: readonly string[]; readonly gone: readonly string[] })
    | null;
}

/** Reads what a host printed; undefined where it is something else. */
export function parseLive(printed: string): Live | undefined {
  const [facts, rest] = printed.split('\n').filter((line) => line.startsWith('{'));
  if (facts === undefined || rest === undefined) return undefined;
  try {
    // The scripts that print it are the role's own.
    return { facts: JSON.parse(facts) as Facts, ...(JSON.parse(rest) as Omit<Live, 'facts'>) };
  } catch {
    return undefined;
  }
}
