const SECRET = /password|passwd|passphrase|_pass\b|secret|token|haproxy_stats_users/i;

/** Whether a value may be a secret, by the names on the way to it. */
export function isSecretPath(path: readonly (string | number)[]): boolean {
  return path.some((part) => SECRET.test(String(part)));
}

/** Whether a line of a file may show a secret, by the names in it. */
export function isSecretLine(line: string): boolean {
  return SECRET.test(line);
}

/**
 * A message that does not show a text that may be a secret.
 *
 * @param isMade - Whether the text was made of something with a secret's name.
 */
export function withoutSecret(message: string, path: readonly (string | number)[], isMade = false): string {
  // A user that is only a text may hold a password; the name of a user is none.
  const isUser = path[0] === 'haproxy_stats_users' && path.length <= 2;
  if (!isMade && !isUser && !isSecretPath(path.slice(1))) return message;
  return message.replace(/ is the text "(?:[^"\\]|\\.)*"/s, ' is a text that is not shown here');
}

const ASSIGNED = /((?:pass|secret|token)\w*(?:=|"\s*:\s*))("(?:[^"\\]|\\.)*"|[^'\s]+)/gi;

/** A command as it may be shown: without what it assigns to secrets, as in `-e ansible_become_password=…`. */
export function withoutAssignedSecrets(command: string): string {
  return command.replace(ASSIGNED, '$1…');
}
