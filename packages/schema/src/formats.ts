// The schema's formats. They are bundled into the generated validator: run `npm run generate` after a change.

import { normalised } from './addresses.ts';
import { milliseconds } from './durations.ts';
import { isIP, isIPv4 } from './ip.ts';

/** HAProxy keeps times as milliseconds in 31 bits (configuration manual, 2.5 "Time format"). */
const longest = 2_147_483_647;

// What does not look like a duration is the pattern's business.
function isDuration(text: string): boolean {
  return (milliseconds(text) ?? 0) <= longest;
}

function isRange(text: string): boolean {
  const [address = '', length, ...rest] = text.split('/');
  if (!isIP(address) || rest.length > 0) return false;
  if (length === undefined) return true;
  return /^(0|[1-9][0-9]{0,2})$/.test(length) && Number(length) <= (isIPv4(address) ? 32 : 128);
}

// HAProxy takes an unspecified address for the one that the client connected to: the balancer itself.
function isServer(text: string): boolean {
  return isIP(text) ? !['0.0.0.0', '::'].includes(normalised(text)) : isHostName(text);
}

const label = /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

// RFC 1123 section 2.1: the last label is never all digits, so that 192.168.1.256 is no host name.
export function isHostName(text: string): boolean {
  const labels = text.split('.');
  return (
    text.length <= 253 && labels.every((part) => label.test(part)) && !/^[0-9]+$/.test(labels.at(-1) ?? '')
  );
}

// What TLS can ask for: the DNS name of a host, never an address (RFC 6066 section 3).
function isSniHost(text: string): boolean {
  return isHostName(text.replace(/^\*\./, ''));
}

/** The formats by the names that the schema uses. */
export const formats: Record<string, (text: string) => boolean> = {
  'ip-address': isIP,
  'ip-range': isRange,
  'server-address': isServer,
  'haproxy-duration': isDuration,
  'sni-host': isSniHost,
};
