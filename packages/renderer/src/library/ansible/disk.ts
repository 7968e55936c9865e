import { typeError } from '../../values/errors.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { typeName } from '../../values/type-name.ts';
import type { Value } from '../../values/value.ts';
import { notSupported } from './plugin.ts';

// What asks for the disk of the controller, or for its secrets: rendering reads neither, and says so.

const HEADER = '$ANSIBLE_VAULT;';

const refuse = (name: string, what: string): PythonFunction =>
  fn(`${name}(value, *args, **kwargs)`, () => {
    throw notSupported(`'${name}' asks for ${what}, which rendering does not read`);
  });

function unvault(value: Value): Value {
  if (typeof value !== 'string')
    throw typeError(`Vault should be in the form of a string, instead we got <class '${typeName(value)}'>.`);
  if (value.startsWith(HEADER))
    throw notSupported("'unvault' of an encrypted value: decrypt it before it is rendered");
  return value;
}

export const diskFilters: Record<string, PythonFunction> = {
  fileglob: refuse('fileglob', 'files on the disk'),
  vault: refuse('vault', 'a vault'),
  unvault: fn('unvault(vault, *args, **kwargs)', (_call, value: Value) => unvault(value)),
};

const onDisk = (name: string): PythonFunction => refuse(name, 'a file on the disk');

export const diskTests: Record<string, PythonFunction> = {
  directory: onDisk('directory'),
  exists: onDisk('exists'),
  file: onDisk('file'),
  link: onDisk('link'),
  link_exists: onDisk('link_exists'),
  mount: onDisk('mount'),
  same_file: onDisk('same_file'),
  vaulted_file: onDisk('vaulted_file'),
  // A text that was read from a file: nothing here is tagged as a secret.
  vault_encrypted: fn('vault_encrypted(value)', () => false),
};
