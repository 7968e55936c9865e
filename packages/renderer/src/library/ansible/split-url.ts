import { parseAddress } from '../../addresses/address.ts';
import { valueError } from '../../values/errors.ts';
import { repr } from '../../values/print.ts';

/** The parts of a URL, by the names and in the order that the filter gives them. */
export interface UrlParts {
  readonly fragment: string;
  readonly hostname: string | null;
  readonly netloc: string;
  readonly password: string | null;
  readonly path: string;
  readonly port: number | null;
  readonly query: string;
  readonly scheme: string;
  readonly username: string | null;
}

/**
 * `urllib.parse.urlsplit`. WHATWG's URL, which JavaScript has, refuses and rewrites what Python leaves as it is.
 *
 * @throws PythonError for a host or a port that is none.
 */
export function splitUrl(text: string): UrlParts {
  // Control characters and blanks at the start, and line breaks anywhere, are not of the URL.
  const url = text.replace(LEADING, '').replace(/[\t\r\n]/g, '');
  const [, scheme = '', rest = url] = /^(?:([a-z][a-z0-9+.-]*):)?(.*)$/is.exec(url) ?? [];
  const [, netloc = '', after = rest] = /^\/\/([^/?#]*)(.*)$/s.exec(rest) ?? [];
  const [, path = '', query = '', fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(after) ?? [];
  checkHost(netloc);
  const { username, password, host } = splitUser(netloc);
  const { hostname, port } = splitHost(host);
  return {
    fragment,
    hostname: lowerHost(hostname),
    netloc,
    password,
    path,
    port: portOf(port),
    query,
    scheme: scheme.toLowerCase(),
    username,
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are dropped
const LEADING = /^[\x00-\x20]+/;

function checkHost(netloc: string): void {
  if (netloc.includes('[') !== netloc.includes(']')) throw valueError('Invalid IPv6 URL');
  if (netloc.includes('[')) checkBrackets(splitUser(netloc).host);
  const plain = netloc.replace(/[@:#?]/g, '');
  const normal = plain.normalize('NFKC');
  // A character that becomes a slash would move where the host ends.
  if (plain !== normal && /[/?#@:]/.test(normal))
    throw valueError(`netloc ${repr(netloc)} contains invalid characters under NFKC normalization`);
}

function checkBrackets(host: string): void {
  const [, before = '', inside = '', after = ''] = /^([^[]*)\[([^\]]*)\](.*)$/s.exec(host) ?? [];
  if (before !== '' || (after !== '' && !after.startsWith(':'))) throw valueError('Invalid IPv6 URL');
  if (
    /^v/i.test(inside)
      ? !/^v[a-f0-9]+\..+$/i.test(inside)
      : parseAddress(inside.replace(/%.+/, ''))?.version !== 6
  )
    throw valueError(`${repr(inside)} does not appear to be an IPv4 or IPv6 address`);
}

function splitUser(netloc: string): { username: string | null; password: string | null; host: string } {
  const at = netloc.lastIndexOf('@');
  if (at === -1) return { username: null, password: null, host: netloc };
  const [, username = '', password] = /^([^:]*)(?::(.*))?$/s.exec(netloc.slice(0, at)) ?? [];
  return { username, password: password ?? null, host: netloc.slice(at + 1) };
}

function splitHost(host: string): { hostname: string; port: string } {
  const bracketed = /\[([^\]]*)\](?:[^:]*:(.*))?/s.exec(host);
  const [, hostname = '', port = ''] = bracketed ?? /^([^:]*)(?::(.*))?$/s.exec(host) ?? [];
  return { hostname, port };
}

/** The zone of an address keeps its case. */
function lowerHost(hostname: string): string | null {
  const [, name = '', zone = ''] = /^([^%]*)(.*)$/s.exec(hostname) ?? [];
  return hostname === '' ? null : name.toLowerCase() + zone;
}

function portOf(port: string): number | null {
  if (port === '') return null;
  if (!/^[0-9]+$/.test(port)) throw valueError(`Port could not be cast to integer value as ${repr(port)}`);
  if (Number(port) > 65535) throw valueError('Port out of range 0-65535');
  return Number(port);
}
