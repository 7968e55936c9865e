import { isCryptText } from '../../passwords/crypt-text.ts';
import { md5Crypt } from '../../passwords/md5-crypt.ts';
import { type ShaCrypt, sha256Crypt, sha512Crypt, shaCrypt } from '../../passwords/sha-crypt.ts';
import { PythonError, typeError } from '../../values/errors.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { Markup } from '../../values/markup.ts';
import { toInteger } from '../../values/numbers.ts';
import { repr, str } from '../../values/print.ts';
import { truth } from '../../values/truth.ts';
import { Undefined } from '../../values/undefined.ts';
import type { Value } from '../../values/value.ts';

/** Ansible's `password_hash`, as it is with passlib, which it asks for. */
export const passwordFilters: Readonly<Record<string, PythonFunction>> = {
  password_hash: fn(
    "password_hash(password, hashtype='sha512', salt=None, salt_size=None, rounds=None, ident=None)",
    (_call, password: Value, kind: Value, salt: Value, _size: Value, rounds: Value) =>
      passwordHash(secretOf(password), str(kind).replace(/_crypt$/, ''), salt, rounds),
  ),
};

/** A longer password is no password, and takes long. */
const longestPassword = 4096;
/** Two million rounds take some seconds. */
const mostRounds = 2_000_000;

interface Kind {
  readonly name: string;
  readonly longestSalt: number;
  /** passlib's, unless a number is given. */
  readonly rounds?: number;
  readonly sha?: ShaCrypt;
}

const kinds = new Map<string, Kind>([
  ['md5', { name: 'md5_crypt', longestSalt: 8 }],
  ['sha256', { name: 'sha256_crypt', longestSalt: 16, rounds: 535_000, sha: sha256Crypt }],
  ['sha512', { name: 'sha512_crypt', longestSalt: 16, rounds: 656_000, sha: sha512Crypt }],
]);

function passwordHash(password: string, name: string, salt: Value, rounds: Value): string {
  const kind = kinds.get(name);
  if (!kind) throw unknown(name);
  const text = saltOf(kind, salt);
  if (!kind.sha) return md5Crypt(password, text);
  return shaCrypt(kind.sha, password, text, roundsOf(kind, rounds));
}

function unknown(name: string): PythonError {
  if (name === 'bcrypt' || name === 'blowfish')
    return new PythonError('NotSupported', `password_hash('${name}') is not supported here; use sha512`);
  return failure(`${name} is not in the list of supported passlib algorithms: md5, blowfish, sha256, sha512`);
}

const failure = (message: string): PythonError => new PythonError('AnsibleFilterError', message);

function secretOf(password: Value): string {
  if (password instanceof Undefined) throw password.error();
  const text = password instanceof Markup ? password.text : password;
  if (typeof text !== 'string') throw typeError('secret must be unicode or bytes');
  if (text.includes('\0')) throw failure('Could not hash the secret: null character in secret');
  if (text.length > longestPassword)
    throw failure('Could not hash the secret: password exceeds maximum allowed size');
  return text;
}

function saltOf({ name, longestSalt }: Kind, given: Value): string {
  if (!truth(given))
    throw new PythonError(
      'NotSupported',
      "password_hash without a salt gives another text each time; give it one: password_hash('sha512', salt='…')",
    );
  const salt = str(given);
  if (!isCryptText(salt)) throw failure(`Could not hash the secret: invalid characters in ${name} salt`);
  if (salt.length > longestSalt)
    throw failure(`Could not hash the secret: salt too large (${name} requires <= ${longestSalt} chars)`);
  return salt;
}

function roundsOf({ name, rounds: usual = 0 }: Kind, given: Value): number {
  if (!truth(given)) return usual;
  const rounds = typeof given === 'string' ? toInteger(given) : given;
  if (typeof rounds !== 'number' || rounds < 1000)
    throw failure(`Could not hash the secret: ${name}: rounds (${repr(given)}) must be at least 1000`);
  if (rounds > mostRounds)
    throw new PythonError(
      'NotSupported',
      `password_hash with more than ${mostRounds} rounds is not supported here`,
    );
  return rounds;
}
