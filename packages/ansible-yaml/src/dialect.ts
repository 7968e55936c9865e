// YAML 1.1's scalars and Ansible's tags, as types for js-yaml.

/// <reference path="./js-yaml.d.ts" />

import { FAILSAFE_SCHEMA, type Schema, Type } from 'js-yaml';
import { readFloat, readScalar, type Scalar, scalars } from './scalars.ts';
import { isMapping, OtherValue, UnsafeString, VaultString } from './values.ts';

// What a type gets: null for nothing, and where the tag stands on a line of its own what became of the scalar.
type Given = unknown;

function scalarType({ tag, matches, construct }: Scalar): Type {
  return new Type(tag, {
    kind: 'scalar',
    resolve: (given) => (typeof given === 'string' || given === null) && matches(given ?? ''),
    construct: (given: string | null) => construct(given ?? ''),
  });
}

const text = new Type('tag:yaml.org,2002:str', {
  kind: 'scalar',
  construct: (given: Given) => (given === null ? '' : String(given)),
});

const mergeKey = new Type('tag:yaml.org,2002:merge', { kind: 'scalar', resolve: (given) => given === '<<' });

// `!!float 3` is 3.0, though a plain 3 is an integer.
const explicitFloat = new Type('tag:yaml.org,2002:float', {
  kind: 'scalar',
  resolve: (given) => typeof given === 'string' && !Number.isNaN(readFloat(given).value),
  construct: readFloat,
});

// Ansible looks at the text under its tags as if it stood there plain: `!unsafe "12"` is a number,
// and a vaulted value has to be text.
const vaults = ['!vault', '!vault-encrypted'].map(
  (tag) =>
    new Type(tag, {
      kind: 'scalar',
      resolve: (given) => typeof given === 'string' && typeof readScalar(given) === 'string',
      construct: (given: string) => new VaultString(given),
    }),
);

// Changed in place: an alias has to find the same list or mapping, and may find it in itself.
function unsafe(value: unknown, seen: Set<unknown> = new Set()): unknown {
  if (typeof value === 'string') return new UnsafeString(value);
  if ((!Array.isArray(value) && !isMapping(value)) || seen.has(value)) return value;
  seen.add(value);
  for (const [key, item] of Object.entries(value)) setOwn(value, key, unsafe(item, seen));
  return value;
}

function unsafeScalar(given: Given): unknown {
  return unsafe(typeof given === 'string' ? readScalar(given) : given);
}

/** Sets a property and never the prototype. */
export function setOwn(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, configurable: true, enumerable: true, writable: true });
}

const unsafes = [
  new Type('!unsafe', { kind: 'scalar', construct: unsafeScalar }),
  new Type('!unsafe', { kind: 'sequence', construct: (list: unknown) => unsafe(list) }),
  new Type('!unsafe', { kind: 'mapping', construct: (mapping: unknown) => unsafe(mapping) }),
];

const others = (
  [
    ['binary', 'scalar'],
    ['set', 'mapping'],
    ['omap', 'sequence'],
    ['pairs', 'sequence'],
  ] as const
).map(
  ([tag, kind]) =>
    new Type(`tag:yaml.org,2002:${tag}`, { kind, construct: () => new OtherValue(`!!${tag}`) }),
);

const implicit = [...scalars.map(scalarType), mergeKey];

/** The schema that makes js-yaml read as PyYAML does. */
export const pyyaml: Schema = FAILSAFE_SCHEMA.extend({
  implicit,
  explicit: [text, explicitFloat],
});

/** The schema that makes js-yaml read as Ansible does. */
export const dialect: Schema = FAILSAFE_SCHEMA.extend({
  implicit,
  explicit: [text, explicitFloat, ...vaults, ...unsafes, ...others],
});
