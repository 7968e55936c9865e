import { isAboutVariable } from '../variables/places.ts';
import type { Failure, Reason } from './events.ts';

/** What to do about a failure, by what Ansible, ssh or sudo says. The first that fits counts. */
const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [
    /incorrect (sudo|su|become|doas) password|duplicate become password prompt|sorry, try again/i,
    "sudo's password is wrong; give it again: nodeport deploy -- --ask-become-pass",
  ],
  [
    /missing (sudo|su|become|doas) password|password is required|become success/i,
    "the user needs sudo's password: nodeport deploy -- --ask-become-pass",
  ],
  [/permission denied/i, 'check ansible_user in the inventory and the key that ssh uses'],
  [/could not resolve hostname|name or service not known/i, 'check ansible_host in the inventory'],
  [/host key verification failed/i, 'connect with ssh once and look at the key that it asks about'],
  [
    /timed out|no route to host|connection refused|network is unreachable/i,
    'check that the host is on and that ssh reaches it',
  ],
];

/** Lines that only say that something failed; the line that says why follows them. */
const GENERIC =
  /non-zero return code|^MODULE FAILURE|^See stdout|^Premature end of stream|^Duplicate become|^>>> /i;

/** Lines that lead to problems, or only say that all is as it was. */
const HEADING = /:\s*$|^\s*nothing was touched\.?\s*$/i;

/**
 * The problems of a message that lists them, as the role does: the items of a list, or the lines of a text that begin
 * with a variable.
 */
export function listedProblems({ reasons }: Failure): string[] {
  return reasons.flatMap(({ msg }) => {
    if (!Array.isArray(msg)) return lines(msg).filter(isAboutVariable);
    return msg.flatMap((item) => lines(item).find((line) => !HEADING.test(line)) ?? []);
  });
}

/** The first line that says why. */
export function headline({ reasons }: Failure): string {
  const [reason = {}] = reasons;
  const texts = [...lines(reason.msg), ...lines(reason.stderr), ...lines(reason.module_stderr)];
  return (
    texts.find((text) => !GENERIC.test(text) && !HEADING.test(text)) ?? texts[0] ?? 'Ansible gives no reason'
  );
}

/**
 * What to do about a failure.
 *
 * @param again - What to do again once it is mended.
 */
export function remedy({ event, reasons }: Failure, again = 'deploy'): string {
  const said = reasons
    .flatMap(({ msg, module_stderr: stderr }) => [...lines(msg), ...lines(stderr)])
    .join('\n');
  const known = remedyFor(said);
  if (known) return known;
  return event === 'unreachable' ? 'check that ssh reaches the host' : `mend it and ${again} again`;
}

/** What to do about what Ansible, ssh or sudo said; undefined where that is not known. */
export function remedyFor(said: string): string | undefined {
  return REMEDIES.find(([pattern]) => pattern.test(said))?.[1];
}

/** Everything that is known of a failure, a line each: the reason, the command, its exit code and what it printed. */
export function details(failure: Failure): string[] {
  return failure.reasons.flatMap((reason) => [
    ...lines(reason.msg),
    ...(reason.cmd === undefined ? [] : [`command: ${command(reason.cmd)}${exitCode(reason)}`]),
    ...lines(reason.stderr),
    ...lines(reason.stdout),
    ...lines(reason.module_stderr),
  ]);
}

function command(cmd: NonNullable<Reason['cmd']>): string {
  return typeof cmd === 'string'
    ? cmd
    : cmd.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word}'`)).join(' ');
}

function exitCode({ rc }: Reason): string {
  return rc === undefined ? '' : ` (exit code ${rc})`;
}

/** A message may be a list of lines, or anything else that a module returns; newer Ansibles say first that it failed. */
function lines(text: unknown): string[] {
  if (text === undefined || text === null) return [];
  if (Array.isArray(text)) return text.flatMap(lines);
  const plain = typeof text === 'string' ? text : JSON.stringify(text);
  return plain
    .replace(/^(Task failed: )+/, '')
    .replace(/\[sudo via ansible, key=\w+\] password:/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
}
