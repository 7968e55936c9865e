// MD5-crypt of FreeBSD, by Poul-Henning Kamp: old, and still asked for.

import { crypto } from '../crypto.ts';
import { cryptText } from './crypt-text.ts';

const rounds = 1000;
const order = [
  [0, 6, 12],
  [1, 7, 13],
  [2, 8, 14],
  [3, 9, 15],
  [4, 10, 5],
  [null, null, 11],
];

/** Hashes a password. `md5Crypt('secret', 'saltsalt')` is `$1$saltsalt$…`. */
export function md5Crypt(password: string, salt: string): string {
  const made = cryptText(digestOf(Buffer.from(password), Buffer.from(salt)), order);
  return `$1$${salt}$${made}`;
}

function digestOf(password: Buffer, salt: Buffer): Buffer {
  const of = (...parts: Buffer[]): Buffer => crypto().hash('md5', Buffer.concat(parts), 'buffer');
  const inner = of(password, salt, password);
  const none = Buffer.alloc(0);
  let made = of(
    password,
    Buffer.from('$1$'),
    salt,
    Buffer.alloc(password.length, inner),
    ...byBits(password),
  );
  for (let round = 0; round < rounds; round += 1) {
    const isOdd = round % 2 === 1;
    made = of(
      isOdd ? password : made,
      round % 3 ? salt : none,
      round % 7 ? password : none,
      isOdd ? made : password,
    );
  }
  return made;
}

/** For each bit of the length, from the lowest: a zero byte for a 1, the first byte of the password for a 0. */
function byBits(password: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let length = password.length; length > 0; length >>= 1)
    parts.push(length & 1 ? Buffer.alloc(1) : password.subarray(0, 1));
  return parts;
}
