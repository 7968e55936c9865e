import { isIPv4 as isIPv4OfNode, isIPv6 as isIPv6OfNode } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isIPv4, isIPv6 } from '../src/ip.ts';

const group = fc.oneof(fc.stringMatching(/^[0-9a-fA-F]{0,5}$/), fc.constantFrom('', '0', 'ffff', '::'));
const octet = fc.oneof(
  fc.integer({ min: 0, max: 260 }).map(String),
  fc.constantFrom('', '00', '01', '256', '1e1'),
);
const v4 = fc.array(octet, { minLength: 3, maxLength: 5 }).map((octets) => octets.join('.'));
const v6 = fc
  .tuple(fc.array(group, { minLength: 1, maxLength: 9 }), fc.option(v4, { nil: undefined }))
  .map(([groups, end]) => [...groups, ...(end === undefined ? [] : [end])].join(':'));
const text = fc.oneof(v4, v6, fc.ipV4(), fc.ipV6(), fc.string());

test('addresses are those that Node knows, without zones', () => {
  fc.assert(
    fc.property(text, (address) => {
      expect(isIPv4(address)).toBe(isIPv4OfNode(address));
      expect(isIPv6(address)).toBe(isIPv6OfNode(address) && !address.includes('%'));
    }),
    { numRuns: 20_000 },
  );
});
