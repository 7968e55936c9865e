import { isUtf8 } from 'node:buffer';

/** One character of several bytes in UTF-8 (RFC 3629, section 4), each byte written as the character of its number. */
const CHARACTER =
  /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|[\x80-\xff]/g;

/** The text of bytes in UTF-8. A byte that does not belong there is a lone surrogate, as in Python: no text holds it. */
export function decoded(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  if (!text.includes('\uFFFD') || isUtf8(bytes)) return text;
  return bytes
    .toString('latin1')
    .replace(CHARACTER, (found) =>
      found.length > 1
        ? Buffer.from(found, 'latin1').toString('utf8')
        : String.fromCharCode(0xdc00 + found.charCodeAt(0)),
    );
}

/** The bytes of such a text: those that it was decoded from. */
export function encoded(text: string): Buffer {
  const parts = text.split(/([\udc80-\udcff])/u);
  return Buffer.concat(
    parts.map((part, index) =>
      index % 2 === 1 ? Buffer.of(part.charCodeAt(0) - 0xdc00) : Buffer.from(part),
    ),
  );
}
