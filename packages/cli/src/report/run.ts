import { parseStat, summary } from '@nodeport-haproxy/runtime';
import type { PlaybookResult } from '../ansible/playbook.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { type OutcomeOptions, outcome } from './outcome.ts';
import { print } from './print.ts';
import { type Services, serverTables } from './servers.ts';
import { udpWarnings } from './udp-warnings.ts';

/** Prints how a run ended: the servers as HAProxy sees them, warnings, and the outcome as the last line. */
export function printRun(result: PlaybookResult, options: OutcomeOptions): ExitCode {
  const services: Services = new Map(
    Object.entries(result.run.states).map(([host, csv]) => [host, summary(parseStat(csv))]),
  );
  const { exitCode, lines } = outcome(result, services, options);
  print('stdout', [...serverTables(services), ...udpWarnings(result.run.udpStates)]);
  print(exitCode === EXIT.ok ? 'stdout' : 'stderr', lines);
  return exitCode;
}
