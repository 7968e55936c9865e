/** A place in a production for a part of its own. */
export interface Hole {
  readonly type: string;
  /** Nothing beside it can bind to what stands in it: an argument, an item of a list. */
  readonly isFree: boolean;
}

/** A rule of the grammar: what it is called, the type that it gives, and its text with holes. */
export interface Production {
  readonly rule: string;
  readonly result: string;
  readonly parts: readonly (string | Hole)[];
  /** Nothing beside it can take it apart. */
  readonly isAtomic: boolean;
}

const HOLE = /<([a-z]\w*)>/;

/** Reads a table: in each line a name, a type, and a text with `<type>` for its holes. */
export function productions(kind: string, table: string): Production[] {
  const rows = table.split('\n').filter((line) => line.trim() !== '');
  return rows.map((row) => {
    const [, name = '', result = '', text = ''] = /^\s*(\S+)\s+(\S+)\s+(.*)$/.exec(row) ?? [];
    return production(`${kind} ${name}`, result, text.replaceAll('¶', '\n'));
  });
}

export function production(rule: string, result: string, text: string): Production {
  return { rule, result, parts: partsOf(text), isAtomic: isAtomic(text) };
}

function partsOf(text: string): (string | Hole)[] {
  const pieces = text.split(HOLE);
  return pieces.map((part, index) => {
    if (index % 2 === 0) return part;
    return { type: part, isFree: isFree(pieces[index - 1] ?? '', pieces[index + 1] ?? '') };
  });
}

const isFree = (before: string, after: string): boolean =>
  /([([{,:]|\w=|%)\s*$/.test(before) && /^\s*([)\]},:]|-?%\}|$)/.test(after);

/** Whether nothing but names, brackets and texts is left. */
function isAtomic(text: string): boolean {
  let rest = text.replace(/<\w+>/g, 'x').replace(/'[^']*'/g, '');
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(/\([^()[\]{}]*\)|\[[^()[\]{}]*\]|\{[^()[\]{}]*\}/g, '');
  }
  return /^[\w.]*$/.test(rest);
}
