/**
 * A number that YAML 1.1 reads as a float. It stays apart from integers, because 3306.0 is no port.
 *
 * @example
 * const result = readYaml('factor: 1.50');
 * if (result.ok) result.document.value; // { factor: YamlFloat { value: 1.5, text: '1.50' } }
 */
export class YamlFloat {
  readonly value: number;
  /** As it stands in the file. */
  readonly text: string;

  constructor(value: number, text: string) {
    this.value = value;
    this.text = text;
  }

  get [Symbol.toStringTag](): string {
    return 'YamlFloat';
  }

  toString(): string {
    return this.text;
  }
}

/**
 * A date, or a date and a time. Ansible makes a Python datetime of it; here it stays what was written.
 *
 * @example
 * const result = readYaml('since: 2001-12-14');
 * if (result.ok) result.document.value; // { since: Timestamp { text: '2001-12-14' } }
 */
export class Timestamp {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  get [Symbol.toStringTag](): string {
    return 'Timestamp';
  }

  toString(): string {
    return this.text;
  }
}

/**
 * A value that `ansible-vault encrypt_string` made. Nobody sees what is in it without the vault's password.
 *
 * @example
 * value instanceof VaultString && value.ciphertext.startsWith('$ANSIBLE_VAULT;1.1;AES256');
 */
export class VaultString {
  readonly ciphertext: string;

  constructor(ciphertext: string) {
    this.ciphertext = ciphertext;
  }

  get [Symbol.toStringTag](): string {
    return 'VaultString';
  }

  // The ciphertext is not printed: messages go to logs.
  toString(): string {
    return 'a vaulted value';
  }
}

/** A string under `!unsafe`, until the document is made plain: Ansible never templates it. */
export class UnsafeString {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  get [Symbol.toStringTag](): string {
    return 'UnsafeString';
  }

  toString(): string {
    return this.text;
  }
}

/**
 * What has a tag of YAML 1.1 that Ansible reads and no variable needs: `!!binary`, `!!set`, `!!omap`, `!!pairs`.
 *
 * @example
 * const result = readYaml('key: !!binary aGVsbG8=');
 * if (result.ok) result.document.value; // { key: OtherValue { tag: '!!binary' } }
 */
export class OtherValue {
  readonly tag: string;

  constructor(tag: string) {
    this.tag = tag;
  }

  get [Symbol.toStringTag](): string {
    return 'OtherValue';
  }

  toString(): string {
    return `a value under ${this.tag}`;
  }
}

/** A YAML mapping. Its keys are own properties, `__proto__` too. */
export interface YamlMapping {
  [key: string]: YamlValue;
}

/** What a document holds. An integer past 2^53 is a bigint. */
export type YamlValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | YamlFloat
  | Timestamp
  | VaultString
  | OtherValue
  | YamlValue[]
  | YamlMapping;

/** Where a value stands in a document: keys of mappings, indexes (from 0) of sequences. */
export type YamlPath = (string | number)[];

/** Whether a value is a mapping, and none of the classes above. */
export function isMapping(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
