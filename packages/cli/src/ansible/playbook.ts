import type { Readable } from 'node:stream';
import { withoutAssignedSecrets } from '../variables/secret.ts';
import { after, type Event, NEW_RUN, type Run } from './events.ts';

/** How ansible-playbook is to be run. */
export interface PlaybookCommand {
  readonly executable: string;
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Its own output goes through untouched; otherwise it is kept for the case that it ends before any host. */
  readonly output: boolean;
}

/** How ansible-playbook ended. */
export interface PlaybookResult {
  readonly run: Run;
  /** As a shell would show it. */
  readonly command: string;
  /** Undefined where a signal ended it, or where it could not even be started. */
  readonly exitCode: number | undefined;
  /** The user stopped the run. */
  readonly stopped: boolean;
  /** The end of what it printed, or why it could not be started. */
  readonly printed: string;
}

const STOP_SIGNALS = ['SIGINT', 'SIGTERM'] as const;
/** ansible-playbook's exit code for Ctrl-C. */
const INTERRUPTED = 99;
/** Characters of its output that are kept. */
const KEPT = 20_000;
/** The first descriptor behind standard input, output and error. */
const EVENTS_FD = 3;

/**
 * Runs ansible-playbook and tells of every event as it comes.
 *
 * @param onEvent - Called with each event and with what is known of the run after it.
 */
export async function runPlaybook(
  { executable, arguments: given, environment, output }: PlaybookCommand,
  onEvent: (event: Event, run: Run) => void,
): Promise<PlaybookResult> {
  // Only a deployment needs execa; the other commands start faster without it.
  const { execa } = await import('execa');
  const stream = output ? 'inherit' : 'pipe';
  const child = execa(executable, given, {
    env: { ...environment, NODEPORT_EVENTS_FD: String(EVENTS_FD) },
    stdio: ['inherit', stream, stream, 'pipe'],
    // execa ends a process whose buffered output grows too long; a deployment must not end for that.
    buffer: false,
    reject: false,
    forceKillAfterDelay: false,
  });
  const printed = keepEnd([child.stdout, child.stderr]);
  let stopped = false;
  const stop = (signal: NodeJS.Signals) => {
    // A terminal sends Ctrl-C to ansible-playbook itself; a second one would break into its clean-up.
    if (!stopped && !(signal === 'SIGINT' && hasTerminal())) child.kill('SIGINT');
    stopped = true;
  };
  for (const signal of STOP_SIGNALS) process.on(signal, stop);
  try {
    let tasksSince = 0;
    const run = await readEvents(child.iterable({ from: `fd${EVENTS_FD}` }), (event, known) => {
      // An interrupt while it forks a worker can get lost in ansible-playbook. The first task after it may have been
      // on its way already; a second one means that the run goes on.
      if (stopped && event.event === 'task') tasksSince += 1;
      if (tasksSince === 2) child.kill('SIGINT');
      onEvent(event, known);
    });
    const { escapedCommand, exitCode, signal, originalMessage } = await child;
    return {
      run,
      command: withoutAssignedSecrets(escapedCommand),
      exitCode,
      // It may have got the terminal's signal before us, and it may have ended well before ours.
      stopped: exitCode !== 0 && (stopped || signal === 'SIGINT' || exitCode === INTERRUPTED),
      printed: printed() || (originalMessage ?? ''),
    };
  } finally {
    for (const signal of STOP_SIGNALS) process.off(signal, stop);
  }
}

async function readEvents(
  lines: AsyncIterable<unknown>,
  onEvent: (event: Event, run: Run) => void,
): Promise<Run> {
  let run = NEW_RUN;
  for await (const line of lines) {
    // The plugin that writes these lines is ours.
    const event = JSON.parse(String(line)) as Event;
    run = after(run, event);
    onEvent(event, run);
  }
  return run;
}

function keepEnd(streams: readonly (Readable | null)[]): () => string {
  let text = '';
  for (const stream of streams) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text = (text + chunk).slice(-KEPT);
    });
  }
  return () => text.trim();
}

function hasTerminal(): boolean {
  return [process.stdin, process.stdout, process.stderr].some(({ isTTY }) => isTTY);
}
