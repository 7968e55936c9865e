import { type Failure, lastFailures } from '../ansible/events.ts';
import type { PlaybookResult } from '../ansible/playbook.ts';
import { details, headline, listedProblems, remedy } from '../ansible/reason.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { count, type Services, serverCounts } from './servers.ts';

/** How a deployment ended: the exit code, and the lines that say it, the outcome last. */
export interface Outcome {
  readonly exitCode: ExitCode;
  readonly lines: readonly string[];
}

export interface OutcomeOptions {
  readonly check: boolean;
  readonly elapsedMs: number;
  /** What is done where all goes well: `deployed` by default. */
  readonly done?: string;
  /** What to do again after a failure: `deploy` by default. */
  readonly again?: string;
  readonly place?: Place;
}

/** Adds to a line of a host the place of the variable that it begins with, where that is known. */
export type Place = (line: string, host: string) => string;

const NOWHERE: Place = (line) => line;

/** Lines of a failure that are shown; the whole is in ansible-playbook's own output. */
const SHOWN = 30;

/** Says how a deployment ended. */
export function outcome(result: PlaybookResult, services: Services, options: OutcomeOptions): Outcome {
  const { run, stopped, exitCode } = result;
  if (stopped) return { exitCode: EXIT.stopped, lines: [stoppedLine(result)] };
  const failures = lastFailures(run);
  if (exitCode !== 0 && failures.length > 0)
    return { exitCode: EXIT.problem, lines: [failedLine(failures, run.hosts.length, options)] };
  if (exitCode !== 0) return endedEarly(result);
  if (run.hosts.length === 0) return noHosts();
  return { exitCode: EXIT.ok, lines: doneLines(result, services, options) };
}

/** What is said of a failure when it happens. */
export function failureLines(failure: Failure, place = NOWHERE): string[] {
  const { event, host, task } = failure;
  const said = details(failure).map((line) => place(line, host));
  const rest = said.length - SHOWN;
  return [
    event === 'unreachable' ? `${host} cannot be reached:` : `${host} failed in "${task}":`,
    ...said.slice(0, SHOWN).map((line) => `  ${line}`),
    ...(rest > 0 ? [`  … ${count(rest, 'more line')}: nodeport deploy --verbose shows them`] : []),
  ];
}

function stoppedLine({ run }: PlaybookResult): string {
  if (run.task === 0) return 'stopped: before any host was touched';
  const where = `at task ${run.task}${run.tasks >= run.task ? ` of ${run.tasks}` : ''} (${run.taskName})`;
  return `stopped: ${where}; where HAProxy was reloaded the new configuration runs, elsewhere still the old one; deploy again to finish`;
}

function failedLine(
  failures: readonly Failure[],
  hosts: number,
  { place = NOWHERE, again }: OutcomeOptions,
): string {
  // Problems that the role lists say themselves what to do.
  const remedies = failures
    .filter((failure) => listedProblems(failure).length === 0)
    .map((failure) => remedy(failure, again));
  const share = hosts > 1 ? `${failures.length} of ${hosts} hosts: ` : '';
  return `failed: ${share}${[...failures.map((failure) => hostReason(failure, place)), ...new Set(remedies)].join('; ')}`;
}

function hostReason(failure: Failure, place: Place): string {
  const { event, host, task } = failure;
  const [first, ...others] = listedProblems(failure);
  if (first !== undefined)
    return `${host}: ${place(first, host)}${others.length > 0 ? ` (and ${others.length} more)` : ''}`;
  return `${host}: ${event === 'unreachable' ? 'cannot be reached' : task}: ${headline(failure)}`;
}

/** What ansible-playbook says when it does not even begin, and what that means. */
const BEGINNINGS: readonly (readonly [RegExp, ExitCode, string])[] = [
  [/^ansible-playbook: error: /m, EXIT.usage, 'see ansible-playbook --help'],
  [/does not match any hosts|no hosts to target/i, EXIT.problem, 'no host of the inventory matches --limit'],
  [
    /vault secrets|vault password|decrypt/i,
    EXIT.environment,
    "give the vault's password: nodeport deploy -- --ask-vault-pass",
  ],
];

function endedEarly({ command, exitCode, printed, run }: PlaybookResult): Outcome {
  const said = errorLines(printed);
  const known = BEGINNINGS.find(([pattern]) => pattern.test(said.join('\n')));
  const how = exitCode === undefined ? 'could not run' : `ended with exit code ${exitCode}`;
  const when = run.task === 0 ? ' before it reached a host' : '';
  return {
    exitCode: known?.[1] ?? (run.task === 0 ? EXIT.environment : EXIT.problem),
    lines: [
      `command: ${command}`,
      ...said,
      `failed: ansible-playbook ${how}${when}${known ? `; ${known[2]}` : ''}`,
    ],
  };
}

/** The lines that say what went wrong: from the first error on, without the usage that argparse prints around it. */
function errorLines(printed: string): string[] {
  const lines = printed.split('\n').filter((line) => line.trim() !== '');
  const usage = lines.filter((line) => line.startsWith('ansible-playbook: error: '));
  if (usage.length > 0) return usage;
  const first = lines.findIndex((line) => /^(\[ERROR\]|ERROR!)/.test(line));
  return lines.slice(Math.max(0, first)).slice(0, SHOWN);
}

function noHosts(): Outcome {
  return {
    exitCode: EXIT.problem,
    lines: ['failed: no host to deploy to; name your balancers under [haproxy_servers] in the inventory'],
  };
}

function doneLines(
  { run }: PlaybookResult,
  services: Services,
  { check, elapsedMs, done = 'deployed' }: OutcomeOptions,
): string[] {
  const changed = Object.values(run.recap ?? {}).reduce((sum, counts) => sum + counts.changed, 0);
  const unknown = check
    ? "A run with --check starts nothing, so that HAProxy's view of the servers is not asked for."
    : "HAProxy's view of the servers is not known: the task that reads it did not run.";
  const parts = [
    count(run.hosts.length, 'host'),
    ...(services.size > 0 ? [serverCounts(services)] : []),
    check ? `would change ${changed}` : `changed ${changed}`,
    `${(elapsedMs / 1000).toFixed(1)} s`,
  ];
  return [...(services.size > 0 ? [] : [unknown]), `${check ? 'checked' : done}: ${parts.join(', ')}`];
}
