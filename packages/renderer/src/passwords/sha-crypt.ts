// SHA-crypt, as Ulrich Drepper's specification has it (public domain): https://www.akkadia.org/drepper/SHA-crypt.txt

import { crypto } from '../crypto.ts';
import { cryptText } from './crypt-text.ts';

/** One of the two functions of SHA-crypt. */
export interface ShaCrypt {
  readonly digest: 'sha256' | 'sha512';
  /** What the result begins with: `5` or `6`. */
  readonly id: string;
  /** In which order the bytes of the digest are written. */
  readonly order: readonly (readonly (number | null)[])[];
}

export const sha256Crypt: ShaCrypt = {
  digest: 'sha256',
  id: '5',
  order: [...rotated(10, [0, 10, 20], ([a, b, c]) => [c + 1, a + 1, b + 1]), [null, 31, 30]],
};

export const sha512Crypt: ShaCrypt = {
  digest: 'sha512',
  id: '6',
  order: [...rotated(21, [0, 21, 42], ([a, b, c]) => [b + 1, c + 1, a + 1]), [null, null, 63]],
};

type Triple = [number, number, number];

function rotated(count: number, first: Triple, next: (triple: Triple) => Triple): Triple[] {
  const triples = [first];
  for (let triple = next(first); triples.length < count; triple = next(triple)) triples.push(triple);
  return triples;
}

/** What the result does not name. */
const unnamedRounds = 5000;

/**
 * Hashes a password for `/etc/shadow`.
 *
 * @example
 * shaCrypt(sha512Crypt, 'secret', 'saltsalt', 5000); // '$6$saltsalt$…'
 */
export function shaCrypt(kind: ShaCrypt, password: string, salt: string, rounds: number): string {
  const made = cryptText(digestOf(kind, Buffer.from(password), Buffer.from(salt), rounds), kind.order);
  const named = rounds === unnamedRounds ? '' : `rounds=${rounds}$`;
  return `$${kind.id}$${named}${salt}$${made}`;
}

function digestOf({ digest }: ShaCrypt, password: Buffer, salt: Buffer, rounds: number): Buffer {
  const of = (...parts: Buffer[]): Buffer => crypto().hash(digest, Buffer.concat(parts), 'buffer');
  const inner = of(password, salt, password);
  let made = of(password, salt, fill(inner, password.length), ...byBits(password, inner));
  const p = fill(of(...repeat(password, password.length)), password.length);
  const s = fill(of(...repeat(salt, 16 + (made[0] ?? 0))), salt.length);
  const none = Buffer.alloc(0);
  for (let round = 0; round < rounds; round += 1) {
    const isOdd = round % 2 === 1;
    made = of(isOdd ? p : made, round % 3 ? s : none, round % 7 ? p : none, isOdd ? made : p);
  }
  return made;
}

/** For each bit of the length, from the lowest: the digest for a 1, the password for a 0. */
function byBits(password: Buffer, inner: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let length = password.length; length > 0; length >>= 1) parts.push(length & 1 ? inner : password);
  return parts;
}

const repeat = (bytes: Buffer, times: number): Buffer[] => Array.from({ length: times }, () => bytes);

function fill(bytes: Buffer, length: number): Buffer {
  return Buffer.alloc(length, bytes);
}
