import { fileURLToPath } from 'node:url';
import { readArguments } from './ansible/arguments.ts';
import { type AnsibleConfig, callbackEnvironment } from './ansible/config.ts';
import type { Event } from './ansible/events.ts';
import { findAnsiblePlaybook } from './ansible/executable.ts';
import { type PlaybookResult, runPlaybook } from './ansible/playbook.ts';
import { PACKAGE_ROOT } from './package-root.ts';
import type { Project } from './project.ts';
import { failureLines, type Place } from './report/outcome.ts';
import { type Progress, showProgress } from './report/progress.ts';

/** A playbook of the project that a command wraps. */
export interface PlaybookRun {
  readonly project: Project;
  readonly config: AnsibleConfig;
  /** Absolute. */
  readonly playbook: string;
  /** Arguments for ansible-playbook. */
  readonly given: readonly string[];
  /** Its own output instead of the progress. */
  readonly verbose: boolean;
  readonly place?: Place;
}

/** Runs a playbook with ansible-playbook, shows how it gets on, and tells failures when they happen. */
export async function runWithProgress({
  project,
  config,
  playbook,
  given,
  verbose,
  place,
}: PlaybookRun): Promise<{ readonly result: PlaybookResult; readonly elapsedMs: number }> {
  const meant = readArguments(given);
  const plugins = fileURLToPath(new URL('ansible/callback_plugins', PACKAGE_ROOT));
  const command = {
    executable: findAnsiblePlaybook(project.root, process.env),
    arguments: [playbook, ...given],
    environment: {
      ANSIBLE_CONFIG: project.config,
      ...callbackEnvironment(config, project.config, process.env, plugins),
    },
    output: verbose || meant.output || meant.lists,
  };
  const started = Date.now();
  const progress = command.output ? undefined : showProgress(process.stderr, started);
  const result = await runPlaybook(command, (event, run) => {
    progress?.update(event, run);
    if (progress) printFailure(event, progress, place);
  });
  progress?.end();
  return { result, elapsedMs: Date.now() - started };
}

function printFailure(event: Event, progress: Progress, place: Place | undefined): void {
  if ((event.event === 'failed' || event.event === 'unreachable') && !event.ignored)
    progress.print(failureLines(event, place));
}
