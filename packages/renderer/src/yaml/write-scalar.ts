import { escapeText } from './escape-text.ts';
import type { Writer } from './writer.ts';

/** What is folded: a single space with a line longer than the width before it. */
const singleSpace = /(?<! ) (?! )/;
const words = /[\n\u2028\u2029]+|[^\n\u2028\u2029]+/g;
const isBreak = (text: string): boolean => /^[\n\u2028\u2029]/.test(text);

/** A text with nothing around it. It has no line breaks, and no space at its ends. */
export function writePlain(writer: Writer, text: string, mayFold: boolean): void {
  // An empty one is written as nothing, without a space at the end of its line.
  if (!writer.whitespace && text !== '') writer.write(' ');
  writeFolded(writer, text, mayFold);
  writer.endScalar();
}

/** A text in single quotes; a line break in it is written as one more. */
export function writeSingleQuoted(writer: Writer, text: string, mayFold: boolean): void {
  writer.indicator("'", true);
  let afterBreak = false;
  for (const [part] of text.matchAll(words)) {
    if (isBreak(part)) {
      if (part.startsWith('\n')) writer.lineBreak();
      for (const character of part) writer.lineBreak(character);
      writer.indention = true;
    } else {
      if (afterBreak) writer.newLine();
      writeFolded(writer, part.replaceAll("'", "''"), mayFold);
      writer.indention = false;
    }
    afterBreak = isBreak(part);
  }
  if (afterBreak) writer.newLine();
  writer.indicator("'", false);
  writer.endScalar();
}

function writeFolded(writer: Writer, text: string, mayFold: boolean): void {
  const fits = writer.column + text.length <= writer.options.width;
  if (!mayFold || fits) {
    writer.write(text);
    return;
  }
  const parts = text.split(singleSpace);
  parts.forEach((part, index) => {
    // A space at either end of the text stays.
    const isInside = part !== '' && parts[index - 1] !== '';
    if (index > 0 && isInside && writer.isPastWidth) writer.newLine();
    else if (index > 0) writer.write(' ');
    writer.write(part);
    writer.indention &&= part === '';
  });
}

/** A text in double quotes, which can hold everything. */
export function writeDoubleQuoted(writer: Writer, text: string, mayFold: boolean): void {
  writer.indicator('"', true);
  const runs = [...escapeText(text).matchAll(/ +|[^ ]+/g)];
  runs.forEach(([run], index) => {
    const isInside = index > 0 && (index < runs.length - 1 || run.length > 1);
    if (run.startsWith(' ') && mayFold && isInside && writer.isPastWidth) {
      writer.newLine();
      // Spaces at the beginning of a line would be lost.
      writer.write(run.length > 1 ? `\\${run.slice(1)}` : '');
    } else writer.write(run);
  });
  writer.indicator('"', false);
  writer.endScalar();
}
