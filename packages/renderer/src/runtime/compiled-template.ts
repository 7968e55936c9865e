import type { Buffer } from './buffer.ts';
import type { Context } from './context.ts';

/** What a block of a template is, once it is JavaScript. */
export type BlockFunction = (context: Context, current: Block) => Buffer;

/** A block and the template that it stands in. */
export interface Block {
  readonly template: CompiledTemplate;
  readonly render: BlockFunction;
}

/** A template as JavaScript. */
export interface CompiledTemplate {
  readonly name: string;
  readonly source: string;
  /** The line of the file that the source begins with. */
  readonly firstLine: number;
  readonly root: (context: Context) => Buffer;
  readonly blocks: Readonly<Record<string, BlockFunction>>;
}
