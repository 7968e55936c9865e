import { PythonError, valueError } from '../../values/errors.ts';
import { notSupported } from './plugin.ts';

// Texts as bytes, in the encodings that one meets in base64.

interface Encoding {
  encode(text: string): Buffer;
  decode(bytes: Buffer): string;
}

const UTF8: Encoding = {
  encode: (text) => Buffer.from(text, 'utf8'),
  decode: (bytes) => decodeStrictly(bytes, 'utf-8'),
};

const utf8WithMark: Encoding = {
  encode: (text) => Buffer.from(`\ufeff${text}`, 'utf8'),
  decode: (bytes) => decodeStrictly(bytes, 'utf-8').replace(/^\ufeff/, ''),
};

const UTF16_LITTLE: Encoding = {
  encode: (text) => Buffer.from(text, 'utf16le'),
  decode: (bytes) => decodeStrictly(bytes, 'utf-16le'),
};

const UTF16_BIG: Encoding = {
  encode: (text) => Buffer.from(text, 'utf16le').swap16(),
  decode: (bytes) => decodeStrictly(bytes, 'utf-16be'),
};

const UTF16: Encoding = {
  encode: (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  decode: (bytes) => {
    const isBig = bytes.length > 1 && bytes.readUInt16BE(0) === 0xfeff;
    return (isBig ? UTF16_BIG : UTF16_LITTLE).decode(bytes).replace(/^\ufeff/, '');
  },
};

const LATIN1 = singleByte('latin-1', 255);

const ENCODINGS: ReadonlyMap<string, Encoding> = new Map([
  ['utf8', UTF8],
  ['u8', UTF8],
  ['utf', UTF8],
  ['utf8sig', utf8WithMark],
  ['utf16', UTF16],
  ['u16', UTF16],
  ['utf16le', UTF16_LITTLE],
  ['utf16be', UTF16_BIG],
  ['latin1', LATIN1],
  ['latin', LATIN1],
  ['l1', LATIN1],
  ['iso88591', LATIN1],
  ['88591', LATIN1],
  ['ascii', singleByte('ascii', 127)],
  ['usascii', singleByte('ascii', 127)],
  ['646', singleByte('ascii', 127)],
]);

/** @throws PythonError for one that is not known here. */
export function encodingOf(name: string): Encoding {
  const encoding = ENCODINGS.get(name.toLowerCase().replace(/[-_ .]/g, ''));
  if (encoding) return encoding;
  throw notSupported(`the encoding '${name}' is not known here: use utf-8, utf-16, latin-1 or ascii`);
}

function decodeStrictly(bytes: Buffer, name: string): string {
  try {
    return new TextDecoder(name, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    // Ansible would go on with bytes in the text that are none of it.
    throw new PythonError('NotSupported', `the bytes are no text in ${name}`, { cause });
  }
}

function singleByte(name: string, last: number): Encoding {
  return {
    encode: (text) => {
      const strange = Array.from(text).findIndex((character) => (character.codePointAt(0) ?? 0) > last);
      if (strange !== -1)
        throw valueError(
          `'${name}' codec can't encode a character in position ${strange}: ordinal not in range(${last + 1})`,
        );
      return Buffer.from(text, 'latin1');
    },
    decode: (bytes) => {
      if (bytes.some((byte) => byte > last)) throw notSupported(`the bytes are no text in ${name}`);
      return bytes.toString('latin1');
    },
  };
}
