// Variables as an operator writes them, and where each of them stands then.

export type Path = readonly (string | number)[];

interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Written {
  readonly text: string;
  /** Where a key stands. */
  readonly keyAt: (path: Path) => Place | undefined;
  /** Where a value begins. */
  readonly valueAt: (path: Path) => Place | undefined;
}

/** A text that is written without anything around it, whatever YAML makes of it. */
export class Plain {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export function written(variables: Readonly<Record<string, unknown>>): Written {
  const lines: string[] = [];
  const keys = new Map<string, Place>();
  const values = new Map<string, Place>();
  const end = (): Place => ({ line: lines.length, column: (lines.at(-1) ?? '').length + 1 });
  const append = (text: string): void => {
    lines[lines.length - 1] += text;
  };

  /** @param isBegun - Whether the line that it begins in is there: behind the dash of a list. */
  function mapping(
    given: Readonly<Record<string, unknown>>,
    path: Path,
    depth: number,
    isBegun: boolean,
  ): void {
    for (const [index, [key, value]] of Object.entries(given).entries()) {
      if (index > 0 || !isBegun) lines.push(' '.repeat(depth));
      const at = [...path, key];
      keys.set(id(at), end());
      append(`${key}:`);
      below(value, at, depth);
    }
  }

  function below(value: unknown, path: Path, depth: number): void {
    if (isMapping(value) && Object.keys(value).length > 0) {
      values.set(id(path), { line: lines.length + 1, column: depth + 3 });
      mapping(value, path, depth + 2, false);
      return;
    }
    if (!Array.isArray(value) || value.length === 0) {
      const text = scalar(value);
      // What is empty stands behind the colon.
      if (text !== '') append(' ');
      values.set(id(path), end());
      append(text);
      return;
    }
    values.set(id(path), { line: lines.length + 1, column: depth + 3 });
    for (const [index, item] of value.entries()) {
      lines.push(`${' '.repeat(depth + 2)}- `);
      const at = [...path, index];
      values.set(id(at), end());
      if (isMapping(item)) mapping(item, at, depth + 4, true);
      else append(scalar(item));
    }
  }

  mapping(variables, [], 0, false);
  return {
    text: `${lines.join('\n')}\n`,
    keyAt: (path) => keys.get(id(path)),
    valueAt: (path) => values.get(id(path)),
  };
}

const id = (path: Path): string => JSON.stringify(path);

function scalar(value: unknown): string {
  return value instanceof Plain ? value.text : JSON.stringify(value);
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Plain);
}
