import { crypto } from '../../crypto.ts';
import { typeError, valueError } from '../../values/errors.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { str } from '../../values/print.ts';
import type { Value } from '../../values/value.ts';
import { failed } from './plugin.ts';

/** The names of `hashlib`, and how OpenSSL calls them where it does so in another way. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['blake2b', 'blake2b512'],
  ['blake2s', 'blake2s256'],
  ['sha3_224', 'sha3-224'],
  ['sha3_256', 'sha3-256'],
  ['sha3_384', 'sha3-384'],
  ['sha3_512', 'sha3-512'],
  ['sha512_224', 'sha512-224'],
  ['sha512_256', 'sha512-256'],
]);

function hash(value: Value, type: string): string {
  const name = type.toLowerCase();
  if (/^shake_?(128|256)$/.test(name))
    throw typeError("hexdigest() missing required argument 'length' (pos 1)");
  const known = NAMES.get(name) ?? name;
  if (
    !crypto()
      .getHashes()
      .some((one) => one.toLowerCase() === known)
  )
    throw failed(`unsupported hash type ${type}`);
  return crypto().createHash(known).update(str(value), 'utf8').digest('hex');
}

/** Ansible's own namespace of UUIDs, as its documentation has it. */
const NAMESPACE = '361E6D51-FAEC-444A-9079-341386DA8E2E';

/** A UUID of version 5. */
function uuid(value: Value, namespace: Value): string {
  const bytes = crypto()
    .createHash('sha1')
    .update(namespaceOf(str(namespace)))
    .update(str(value), 'utf8')
    .digest();
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function namespaceOf(text: string): Buffer {
  const digits = text
    .replace('urn:', '')
    .replace('uuid:', '')
    .replace(/^[{}]+|[{}]+$/g, '')
    .replaceAll('-', '');
  if (/^[0-9a-f]{32}$/i.test(digits)) return Buffer.from(digits, 'hex');
  throw valueError(`Invalid value '${text}' for 'namespace': badly formed hexadecimal UUID string`);
}

export const hashFilters: Record<string, PythonFunction> = {
  hash: fn("hash(data, hashtype='sha1')", (_call, value: Value, type: Value) => hash(value, str(type))),
  md5: fn('md5(data)', (_call, value: Value) => hash(value, 'md5')),
  sha1: fn('sha1(data)', (_call, value: Value) => hash(value, 'sha1')),
  checksum: fn('checksum(data)', (_call, value: Value) => hash(value, 'sha1')),
  to_uuid: fn(`to_uuid(string, namespace='${NAMESPACE}')`, (_call, value: Value, namespace: Value) =>
    uuid(value, namespace),
  ),
};
