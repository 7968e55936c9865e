// YAML 1.1's scalars and Ansible's tags, as types for js-yaml.

/// <reference path="./js-yaml.d.ts" />

import { FAILSAFE_SCHEMA, type Schema, Type } from 'js-yaml';
import { readFloat, readScalar, type Scalar, scalars } from './scalars.ts';
import { isMapping, UnsafeString, VaultString } from './values.ts';

function scalarType({ tag, matches, construct }: Scalar): Type {
  return new Type(tag, {
    kind: 'scalar',
    resolve: (text) => matches(text ?? ''),
    construct: (text: string | null) => construct(text ?? ''),
  });
}

const mergeKey = new Type('tag:yaml.org,2002:merge', { kind: 'scalar', resolve: (text) => text === '<<' });

// `!!float 3` is 3.0, though a plain 3 is an integer.
const explicitFloat = new Type('tag:yaml.org,2002:float', {
  kind: 'scalar',
  resolve: (text) => text !== null && !Number.isNaN(readFloat(text).value),
  construct: readFloat,
});

// Ansible looks at the text under its tags as if it stood there plain: `!unsafe "12"` is a number,
// and a vaulted value has to be text.
const vaults = ['!vault', '!vault-encrypted'].map(
  (tag) =>
    new Type(tag, {
      kind: 'scalar',
      resolve: (text) => text !== null && typeof readScalar(text) === 'string',
      construct: (text: string) => new VaultString(text),
    }),
);

function unsafe(value: unknown): unknown {
  if (typeof value === 'string') return new UnsafeString(value);
  // Changed in place: an alias has to find the same list or mapping.
  if (Array.isArray(value))
    value.forEach((item, index) => {
      value[index] = unsafe(item);
    });
  else if (isMapping(value)) for (const key of Object.keys(value)) setOwn(value, key, unsafe(value[key]));
  return value;
}

/** Sets a property and never the prototype. */
export function setOwn(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, configurable: true, enumerable: true, writable: true });
}

const unsafes = [
  new Type('!unsafe', { kind: 'scalar', construct: (text: string | null) => unsafe(readScalar(text ?? '')) }),
  new Type('!unsafe', { kind: 'sequence', construct: unsafe }),
  new Type('!unsafe', { kind: 'mapping', construct: unsafe }),
];

/** The schema that makes js-yaml read as Ansible does. */
export const dialect: Schema = FAILSAFE_SCHEMA.extend({
  implicit: [...scalars.map(scalarType), mergeKey],
  explicit: [explicitFloat, ...vaults, ...unsafes],
});
