import type { SyntaxOptions } from './options.ts';
import { TemplateSyntaxError } from './syntax-error.ts';

/** What the lexer reads: every newline is `\n`, and the one at the end is gone where it is not kept. */
export interface Source {
  readonly text: string;
  /** Where a place of the text is in the template as it was given. */
  readonly given: (at: number) => number;
}

/** What is wrong at a place of the text. */
export function failedAt({ given }: Source, at: number, message: string): TemplateSyntaxError {
  return new TemplateSyntaxError(message, given(at));
}

export function readSource(template: string, { keepTrailingNewline }: SyntaxOptions): Source {
  const text = template.includes('\r') ? template.replace(/\r\n?/g, '\n') : template;
  return {
    text: !keepTrailingNewline && text.endsWith('\n') ? text.slice(0, -1) : text,
    given: text.length === template.length ? (at) => at : placesOf(template),
  };
}

/** Each `\r\n` that became `\n` moved what comes after it by one. */
function placesOf(template: string): (at: number) => number {
  const moved: number[] = [];
  for (const { index } of template.matchAll(/\r\n/g)) moved.push(index - moved.length);
  return (at) => at + countBelow(moved, at);
}

function countBelow(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
