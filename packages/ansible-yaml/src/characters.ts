// Characters that YAML 1.1 takes otherwise than js-yaml does (sections 4.1 and 4.2 of the specification, and PyYAML's reader).

import type { Finding } from './problem.ts';

/** All but what every reader takes alike, and half of what is beyond U+FFFF: it is looked for in every text. */
const UNUSUAL = /[^\t\n\r -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd]/;
/** All but the characters of YAML. */
const REFUSED = /[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
/** They end a line in YAML 1.1, and in no editor. */
const BREAKS = /[\x85\u2028\u2029]/g;

/** The text with line feeds wherever a line ends, as long as before. */
export function withLineFeeds(text: string): string {
  return UNUSUAL.test(text) ? text.replace(BREAKS, '\n') : text;
}

/** The first character that no YAML may hold, be it in a comment. */
export function refusedCharacter(text: string): Finding | undefined {
  if (!UNUSUAL.test(text)) return undefined;
  const found = REFUSED.exec(text);
  if (!found) return undefined;
  const code = found[0].charCodeAt(0);
  const digits = code.toString(16).toUpperCase().padStart(4, '0');
  // A null is half a character of UTF-16, a lone surrogate a byte that is no UTF-8.
  const isText = code > 0 && (code < 0xd800 || code > 0xdfff);
  return {
    code: 'malformed-yaml',
    message: isText ? `YAML refuses the character U+${digits}` : 'this is no text in UTF-8',
    hint: isText ? `take it out, or write "\\u${digits}" in double quotes` : 'save the file as UTF-8',
    start: found.index,
    end: found.index + 1,
  };
}
