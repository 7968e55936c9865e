import type { ScalarStyle } from './node.ts';

/** How a document is written, as PyYAML's `dump` takes it. */
export interface DumpOptions {
  /** Columns of a level: 2 to 9. */
  readonly indent: number;
  /** The column after which a line is folded at its next space. */
  readonly width: number;
  /** Undefined: a collection that holds no other and no quoted scalar is written in one line. */
  readonly flow: boolean | undefined;
  readonly sortKeys: boolean;
  /** For each scalar that allows it. */
  readonly style: ScalarStyle | undefined;
  readonly explicitStart: boolean;
  readonly explicitEnd: boolean;
  /** `%YAML`, such as `1.1`. */
  readonly version: string | undefined;
  readonly lineBreak: string;
}

export const defaults: DumpOptions = {
  indent: 2,
  width: 80,
  flow: undefined,
  sortKeys: true,
  style: undefined,
  explicitStart: false,
  explicitEnd: false,
  version: undefined,
  lineBreak: '\n',
};
