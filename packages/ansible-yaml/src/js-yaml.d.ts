// The parts of js-yaml 4 that are used here. Declared by hand, because a newer js-yaml beside it in a workspace
// would lend its types, and @types/js-yaml lacks `kind: null` and `maxDepth`.

declare module 'js-yaml' {
  type Kind = 'scalar' | 'sequence' | 'mapping';

  export class Type {
    constructor(
      tag: string,
      options: {
        kind: Kind;
        /** A node without content is null. */
        resolve?: (data: unknown) => boolean;
        construct?: (data: never) => unknown;
      },
    );
  }

  export class Schema {
    extend(types: { implicit: Type[]; explicit: Type[] }): Schema;
  }

  export const FAILSAFE_SCHEMA: Schema;

  /** The loader's state as its listener sees it. */
  export interface State {
    position: number;
    kind: Kind | null;
    tag: string | null;
    anchor: string | null;
    result: unknown;
  }

  export function loadAll(
    text: string,
    iterator: null,
    options: {
      schema: Schema;
      listener?: (event: 'open' | 'close', state: State) => void;
      /** A key may be given twice: the last one counts. */
      json?: boolean;
      /** -1: any number. */
      maxTotalMergeKeys?: number;
    },
  ): unknown[];

  export function dump(value: unknown, options: object): string;

  export class YAMLException extends Error {
    constructor(reason: string);
    reason: string;
    mark?: { position: number; line: number; column: number };
  }
}
