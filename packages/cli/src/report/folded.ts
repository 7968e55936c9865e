import { stripVTControlCharacters } from 'node:util';

/**
 * A text in lines that are not longer than a width, broken at its blanks: what has none stays whole. Colours take no columns.
 *
 * @param indent - What every line but the first begins with.
 */
export function folded(text: string, width: number, indent = ''): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && columns(last) + 1 + columns(word) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(last === undefined ? word : indent + word);
  }
  return lines;
}

const columns = (text: string): number => stripVTControlCharacters(text).length;
