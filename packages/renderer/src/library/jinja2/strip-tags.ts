import { decodeHTML } from 'entities/decode';
import { WHITESPACE } from '../../values/whitespace.ts';

/** A text without its comments and tags, with single blanks and without entities. */
export function withoutTags(text: string): string {
  return unescaped(bare(text).split(BLANKS).filter(Boolean).join(' '));
}

const BLANKS = new RegExp(`[${WHITESPACE}]+`);

/** Takes out comments and tags, up to one that does not end. */
function bare(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let start = text.indexOf('<'); start >= 0; start = text.indexOf('<', from)) {
    const isComment = text.startsWith('<!--', start);
    const end = isComment ? text.indexOf('-->', start + 4) : text.indexOf('>', start);
    if (end < 0) break;
    parts.push(text.slice(from, start));
    from = end + (isComment ? 3 : 1);
  }
  return parts.join('') + text.slice(from);
}

const ENTITY = /&(?:#(\d+);?|#[xX]([0-9a-fA-F]+);?|[^\t\n\f <&#;]{1,32};?)/g;

/** Python's `html.unescape`. */
function unescaped(text: string): string {
  return text.replace(ENTITY, (whole: string, decimal?: string, hex?: string) => {
    const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return isDropped(point) ? '' : decodeHTML(whole);
  });
}

/** Control characters, and what Unicode keeps for itself, are left out. */
function isDropped(point: number): boolean {
  if (point < 0x20) return ![0x00, 0x09, 0x0a, 0x0c, 0x0d].includes(point);
  if (point === 0x7f || (point >= 0xfdd0 && point <= 0xfdef)) return true;
  return point <= 0x10ffff && (point & 0xfffe) === 0xfffe;
}
