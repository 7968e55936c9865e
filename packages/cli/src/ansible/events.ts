/** Why a task failed on a host, as Ansible says it. A loop has a reason for each item that failed. */
export interface Reason {
  readonly msg?: unknown;
  readonly stderr?: unknown;
  readonly stdout?: unknown;
  readonly module_stderr?: unknown;
  readonly rc?: number;
  readonly cmd?: string | readonly string[];
}

/** What a host did in a run; `dark` counts how often it could not be reached. */
export interface Counts {
  readonly ok: number;
  readonly changed: number;
  readonly failures: number;
  readonly dark: number;
  readonly skipped: number;
  readonly rescued: number;
  readonly ignored: number;
}

export interface Failure {
  readonly event: 'failed' | 'unreachable';
  readonly host: string;
  readonly task: string;
  readonly ignored: boolean;
  readonly reasons: readonly Reason[];
}

/** A line of the callback plugin nodeport_events. */
export type Event =
  | {
      readonly event: 'play';
      readonly name: string;
      readonly hosts: readonly string[];
      readonly tasks: number;
      readonly exact: boolean;
    }
  | { readonly event: 'no_hosts' }
  | { readonly event: 'task'; readonly name: string; readonly handler: boolean }
  | {
      readonly event: 'ok';
      readonly host: string;
      readonly task: string;
      readonly changed: boolean;
      /** HAProxy's answer to `show stat`: only of the task that asks for it. */
      readonly servers?: string;
      /** What the agent of the UDP services says, as JSON: only of the task that asks for it. */
      readonly udp?: string;
      /** The records of a host's deployments, as JSON: only of the task that asks for them. */
      readonly deployments?: string;
    }
  | { readonly event: 'skipped'; readonly host: string }
  | Failure
  | { readonly event: 'end'; readonly hosts: Readonly<Record<string, Counts>> };

/** What is known of a run so far. */
export interface Run {
  readonly hosts: readonly string[];
  /** Tasks of the play; more may come where `exact` is false. */
  readonly tasks: number;
  readonly exact: boolean;
  /** How many tasks have begun, handlers left out. */
  readonly task: number;
  readonly taskName: string;
  readonly changed: number;
  readonly failures: readonly Failure[];
  /** The answers to `show stat` by host. */
  readonly states: Readonly<Record<string, string>>;
  /** What the agents of the UDP services say, by host. */
  readonly udpStates: Readonly<Record<string, string>>;
  /** The records of the deployments, by host. */
  readonly deployments: Readonly<Record<string, string>>;
  readonly noHosts: boolean;
  /** Only once the run has come to its end. */
  readonly recap?: Readonly<Record<string, Counts>>;
}

export const NEW_RUN: Run = {
  hosts: [],
  tasks: 0,
  exact: true,
  task: 0,
  taskName: '',
  changed: 0,
  failures: [],
  states: {},
  udpStates: {},
  deployments: {},
  noHosts: false,
};

/** What is known of a run after one more event. */
export function after(run: Run, event: Event): Run {
  switch (event.event) {
    case 'play':
      return {
        ...run,
        hosts: [...new Set([...run.hosts, ...event.hosts])],
        tasks: run.tasks + event.tasks,
        exact: run.exact && event.exact,
      };
    case 'no_hosts':
      return { ...run, noHosts: true };
    case 'task':
      return { ...run, task: run.task + (event.handler ? 0 : 1), taskName: event.name };
    case 'ok':
      return {
        ...run,
        changed: run.changed + (event.changed ? 1 : 0),
        states: withAnswer(run.states, event.host, event.servers),
        udpStates: withAnswer(run.udpStates, event.host, event.udp),
        deployments: withAnswer(run.deployments, event.host, event.deployments),
      };
    case 'failed':
    case 'unreachable':
      return { ...run, failures: [...run.failures, event] };
    case 'end':
      return { ...run, recap: event.hosts };
    default:
      return run;
  }
}

function withAnswer(
  answers: Readonly<Record<string, string>>,
  host: string,
  answer: string | undefined,
): Readonly<Record<string, string>> {
  return answer === undefined ? answers : { ...answers, [host]: answer };
}

/** The last failure of every host that did not reach the end. A failure that the play ignored or mended is none. */
export function lastFailures({ failures, recap }: Run): Failure[] {
  const last = new Map<string, Failure>();
  for (const failure of failures) {
    const counts = recap?.[failure.host];
    const ended = recap === undefined || (counts !== undefined && counts.failures + counts.dark > 0);
    if (ended && !failure.ignored) last.set(failure.host, failure);
  }
  return [...last.values()];
}
