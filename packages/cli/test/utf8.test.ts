import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decoded, encoded } from '../src/utf8.ts';

test.each([
  [[0x63, 0xe9, 0x0a], 'c\udce9\n'],
  [[0xe2, 0x82, 0xac, 0xe2, 0x82], '€\udce2\udc82'],
  [[0xed, 0xa0, 0x80], '\udced\udca0\udc80'],
  [[0xc0, 0x80, 0xf4, 0x90, 0x80, 0x80], '\udcc0\udc80\udcf4\udc90\udc80\udc80'],
  [[0xef, 0xbf, 0xbd, 0xff], '\ufffd\udcff'],
  [[0xef, 0xbb, 0xbf, 0x61], '\ufeffa'],
])('the bytes %j are %j', (bytes, text) => {
  expect(decoded(Buffer.from(bytes))).toBe(text);
});

test('any bytes come back as they were', () => {
  const character = fc.string({ unit: 'binary', minLength: 1 }).map((text) => Buffer.from(text));
  const byte = fc.uint8Array({ maxLength: 4 }).map((bytes) => Buffer.from(bytes));
  fc.assert(
    fc.property(fc.array(fc.oneof(character, byte)), (parts) => {
      const bytes = Buffer.concat(parts);
      expect(encoded(decoded(bytes))).toEqual(bytes);
    }),
  );
});

test('a text without strange bytes is what Node makes of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(decoded(Buffer.from(text))).toBe(text);
    }),
  );
});
