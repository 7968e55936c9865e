import { readFileSync } from 'node:fs';
import { CheckFailure } from '../scripts/setup/problem.mjs';

/** Private ranges (RFC 1918), from which the role lets people look at the stats page; the first free one is taken. */
const CANDIDATES = [
  ...Array.from({ length: 256 }, (_, third) => `10.79.${third}`),
  ...Array.from({ length: 8 }, (_, index) => `172.${24 + index}.79`),
  '192.168.79',
];

/**
 * The first three numbers of a /24 that collides with no route of this machine.
 *
 * @param {string} [routes] the text of /proc/net/route
 */
export function freeSubnet(routes = readFileSync('/proc/net/route', 'utf8')) {
  const taken = parseRoutes(routes);
  const free = CANDIDATES.find((prefix) => !taken.some((route) => overlaps(route, `${prefix}.0`)));
  if (!free)
    throw new CheckFailure(
      'every subnet that the lab could use is routed on this machine: end another lab first',
    );
  return free;
}

/** Destinations and masks, without the default route; the kernel writes both in the machine's (little endian) order. */
function parseRoutes(text) {
  const rows = text.trim().split('\n').slice(1);
  const routes = rows
    .map((row) => row.split(/\s+/))
    .map(([, destination, , , , , , mask]) => ({
      destination: fromHex(destination),
      mask: fromHex(mask),
    }));
  return routes.filter(({ mask }) => mask !== 0);
}

function fromHex(hex) {
  return Buffer.from(hex, 'hex').readUInt32LE();
}

/** Two ranges overlap when they are equal under the shorter of their masks; ours is a /24. */
function overlaps({ destination, mask }, address) {
  const shorter = (mask & 0xffffff00) >>> 0;
  const ours = address.split('.').reduce((number, part) => number * 256 + Number(part), 0);
  return (destination & shorter) >>> 0 === (ours & shorter) >>> 0;
}
