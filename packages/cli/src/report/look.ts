import { fstatSync, statSync } from 'node:fs';
import { styleText } from 'node:util';
import type { Output } from './output.ts';

/** How a report looks where it is written to. */
export interface Look {
  /** Columns of the terminal; undefined where lines may be as long as they are, for programs that read them. */
  readonly width: number | undefined;
  readonly styled: (style: Style, text: string) => string;
}

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'cyan';

/** As it stands in files and logs. */
export const PLAIN: Look = { width: undefined, styled: (_style, text) => text };

/** Colours are for terminals; NO_COLOR takes them away, and FORCE_COLOR gives them to all (no-color.org, force-color.org). */
export function lookOf(output: Output): Look {
  const isTerminal = isDevice(output === 'stdout' ? 1 : 2) && process[output].isTTY === true;
  if (!isTerminal && process.env.FORCE_COLOR === undefined) return PLAIN;
  const stream = process[output];
  return {
    width: isTerminal ? stream.columns || undefined : undefined,
    styled: (style, text) => (text === '' ? '' : styleText(style, text, { stream })),
  };
}

/** Whether it may be a terminal. Only the stream itself knows, and Node's streams, as node:tty, take 4 ms to load. */
function isDevice(descriptor: number): boolean {
  try {
    const status = fstatSync(descriptor);
    return status.isCharacterDevice() && status.rdev !== statSync('/dev/null').rdev;
  } catch {
    return false; // It is closed.
  }
}
