import { createHash } from 'node:crypto';

const LINE = /^ {4}(?:# Names this configuration:.*\n {4})?setenv NODEPORT_CONFIGURATION ([0-9a-f]{64})\n/m;

/** The hash by which a haproxy.cfg names itself; undefined where it does not. */
export function statedHash(text: string): string | undefined {
  return LINE.exec(text)?.[1];
}

/** Whether a haproxy.cfg is what its own hash says: the role makes that of everything else, without the header. */
export function isAsWritten(text: string): boolean {
  const found = LINE.exec(text);
  if (!found) return false;
  const [line, hash] = found;
  const settings = text.slice(text.indexOf('global\n'), found.index);
  const sections = text.slice(found.index + line.length).replace(/^\n/, '');
  return createHash('sha256').update(`${settings}${sections}`).digest('hex') === hash;
}
