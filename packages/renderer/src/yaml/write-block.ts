import type { Writer } from './writer.ts';

const breaks = '\\n\\u2028\\u2029';
const lines = new RegExp(`[^${breaks}]+|[${breaks}]`, 'g');
const isBreak = (text: string): boolean => /^[\n\u2028\u2029]/.test(text);

/** A text after `|`, each line as it is. */
export function writeLiteral(writer: Writer, text: string): void {
  begin(writer, '|', text);
  let afterBreak = true;
  for (const [part] of text.matchAll(lines)) {
    if (isBreak(part)) {
      writer.lineBreak(part);
      writer.indention = true;
    } else {
      if (afterBreak) writer.newLine();
      writer.write(part);
      writer.indention = false;
    }
    afterBreak = isBreak(part);
  }
}

/** A text after `>`, long lines at their spaces; a line break in it is written as one more. */
export function writeFoldedBlock(writer: Writer, text: string): void {
  begin(writer, '>', text);
  let afterBreak = true;
  let isIndentedLine = true;
  for (const match of text.matchAll(lines)) {
    const [part] = match;
    if (isBreak(part)) {
      if (!afterBreak && !isIndentedLine && part === '\n' && continues(text, match.index)) writer.lineBreak();
      writer.lineBreak(part);
      writer.indention = true;
    } else {
      if (afterBreak) {
        writer.newLine();
        isIndentedLine = part.startsWith(' ');
      }
      foldLine(writer, part);
      writer.indention = false;
    }
    afterBreak = isBreak(part);
  }
}

const blank = new RegExp(`[${breaks}]*(?:[ \\t\\0]|$)`, 'y');

/** Whether a line that is not indented follows the breaks here. */
function continues(text: string, index: number): boolean {
  blank.lastIndex = index;
  return !blank.test(text);
}

function foldLine(writer: Writer, line: string): void {
  // The last space of several is the one that may become a line break.
  line.split(/ (?! )/).forEach((part, index) => {
    const isFirst = index === 1 && line.startsWith(` ${part}`);
    if (index > 0 && !isFirst && writer.isPastWidth) writer.newLine();
    else if (index > 0) writer.write(' ');
    writer.write(part);
    writer.indention = false;
  });
}

/** Says how the block is indented, where its first line hides it, and what becomes of the breaks at its end. */
function begin(writer: Writer, sign: string, text: string): void {
  const indentation = new RegExp(`^[ ${breaks}]`).test(text) ? String(writer.options.indent) : '';
  const keepsBreaks = new RegExp(`(?:^|[${breaks}])[${breaks}]$`).test(text);
  const endsInBreak = new RegExp(`[${breaks}]$`).test(text);
  writer.openEnded = keepsBreaks;
  writer.indicator(`${sign}${indentation}${keepsBreaks ? '+' : endsInBreak ? '' : '-'}`, true);
  writer.lineBreak();
  writer.indention = true;
  writer.whitespace = true;
}
