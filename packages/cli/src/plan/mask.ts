/** What stands instead of a secret. */
const HIDDEN = '<hidden>';

/** Whatever follows one of these in a line is a secret. A server's line has none, and its name may be any of the words. */
const SECRETS: readonly RegExp[] = [
  /^(?!\s*server\b)(.*?(?:password|passwd|passphrase|secret|token|authorization)"?\s+).+/i,
  /^(.*?(?:hdr|cook|urlp|url_param)\w*\([^()]*(?:pass|secret|token|key|auth)[^()]*\)\S*(?:\s+-m\s+\w+|\s+-i)*\s+).+/i,
  /^(\s*(?:pre)?setenv\s+\S*(?:pass|pwd|secret|token|key|credential)\S*\s+).+/i,
  /^(\s*stats\s+auth\s+).+/i,
  /^(\s*tcp-check\s+send(?:-\w+)?\s+"?auth\b).+/i,
];

/** A configuration as it may be shown and kept: without password hashes, and without what follows the word password. */
export function withoutSecrets(text: string): string {
  return text
    .split('\n')
    .map((line) => SECRETS.reduce((shown, secret) => shown.replace(secret, `$1${HIDDEN}`), line))
    .join('\n');
}
