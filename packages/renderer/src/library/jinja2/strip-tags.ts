const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
  ['copy', '\u00a9'],
  ['reg', '\u00ae'],
  ['hellip', '\u2026'],
  ['mdash', '\u2014'],
  ['ndash', '\u2013'],
  ['laquo', '\u00ab'],
  ['raquo', '\u00bb'],
  ['euro', '\u20ac'],
]);

/** A text without its comments and tags, with single blanks and without entities. */
export function withoutTags(text: string): string {
  const bare = without(without(text, '<!--', '-->'), '<', '>');
  return unescaped(bare.split(/\s+/u).filter(Boolean).join(' '));
}

/** Takes out what is between two marks, the marks too. A mark that nothing closes stays. */
function without(text: string, open: string, close: string): string {
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const start = text.indexOf(open, from);
    const end = start < 0 ? -1 : text.indexOf(close, start);
    if (end < 0) return parts.join('') + text.slice(from);
    parts.push(text.slice(from, start));
    from = end + close.length;
  }
}

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(\w+));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES.get(name) ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point);
  });
}
