// The second pass: js-yaml's events, made into a tree that knows where everything stands. It runs only once
// somebody asks for a place.

/// <reference path="./js-yaml.d.ts" />

import { loadAll, type Schema, type State, YAMLException } from 'js-yaml';
import { dialect } from './dialect.ts';

/** A node as js-yaml closed it, its children in the order of the text. */
export interface Node {
  /** Where js-yaml began to look, before blanks and comments. */
  opened: number;
  start: number;
  end: number;
  /** Where js-yaml was when it had read the node: for a block collection at the next token. */
  closed: number;
  kind: 'scalar' | 'sequence' | 'mapping' | 'alias' | 'empty';
  result: unknown;
  children: Node[];
}

// Blanks, line breaks and comments.
const gap = /(?:[ \t\r\n]+|#[^\r\n]*)*/y;

/** The offset of the first character at or after `offset` that is neither blank nor comment. */
export function skipGap(text: string, offset: number): number {
  gap.lastIndex = offset;
  gap.exec(text);
  return Math.min(gap.lastIndex, text.length);
}

/**
 * The documents of a text that js-yaml has read before without an error. Keys that are given twice are all there.
 *
 * @throws YAMLException otherwise
 */
export function readNodes(text: string, schema: Schema = dialect): Node[] {
  const documents: Node[] = [];
  const open: Node[] = [];
  function listener(event: 'open' | 'close', state: State): void {
    if (event === 'open') {
      open.push({
        opened: state.position,
        start: 0,
        end: 0,
        closed: 0,
        kind: 'empty',
        result: null,
        children: [],
      });
      return;
    }
    const node = open.pop();
    if (node) (open.at(-1)?.children ?? documents).push(close(text, node, state));
  }
  loadAll(text, null, { schema, json: true, listener, maxTotalMergeKeys: -1 });
  return documents;
}

/** What js-yaml had read of a text when it refused it. */
export interface Refusal {
  /** Where the nodes begin that were not read to their end, the outermost first. */
  open: number[];
  /** The last text in quotes that was. */
  quoted: { start: number; end: number } | undefined;
}

export function refusalOf(text: string, schema: Schema = dialect): Refusal {
  const open: number[] = [];
  let quoted: Refusal['quoted'];
  const startOf = (opened: number) => contentStart(text, { start: skipGap(text, opened) });
  const listener = (event: 'open' | 'close', { position, kind }: State): void => {
    if (event === 'open') {
      open.push(position);
      return;
    }
    const start = startOf(open.pop() ?? position);
    if (kind === 'scalar' && QUOTE.test(text.charAt(start))) quoted = { start, end: position };
  };
  try {
    loadAll(text, null, { schema, json: true, listener, maxTotalMergeKeys: -1 });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
  }
  return { open: open.map(startOf), quoted };
}

const QUOTE = /["']/;

function close(text: string, node: Node, state: State): Node {
  const only = node.children[0];
  node.result = state.result;
  node.closed = Math.min(state.position, text.length);
  node.start = skipGap(text, node.opened);
  node.kind = kindOf(text, node, state);
  // js-yaml tries whether a flow collection is a block mapping's key: then it is the only child of itself.
  // (The only item of a list may also be an alias of that list.)
  const isTwice = only && node.children.length === 1 && isCollection(node) && only.result === node.result;
  if (isTwice && only.kind !== 'alias') {
    return { ...only, opened: node.opened, start: node.start };
  }
  node.end = endOf(text, node, state);
  if (node.kind === 'empty') node.start = node.end;
  return node;
}

const isCollection = (node: Node): boolean => node.kind === 'sequence' || node.kind === 'mapping';

function kindOf(text: string, node: Node, state: State): Node['kind'] {
  if (state.kind === 'mapping' || state.kind === 'sequence' || state.kind === 'scalar') return state.kind;
  return text[node.start] === '*' ? 'alias' : 'empty';
}

const name = /[^\s,[\]{}]+/y;

function endOf(text: string, node: Node, { tag, anchor }: State): number {
  if (node.kind === 'empty') {
    return tag || anchor ? trimmed(text, contentStart(text, node)) : Math.min(node.opened, text.length);
  }
  if (node.kind === 'alias') {
    name.lastIndex = node.start;
    name.exec(text);
    return name.lastIndex;
  }
  if (isCollection(node)) return endOfCollection(text, node, node.closed);
  return Math.max(node.start, trimmed(text, node.closed));
}

// Not trimEnd: a no-break space belongs to the scalar.
function trimmed(text: string, offset: number): number {
  let end = offset;
  while (end > 0 && ' \t\r\n'.includes(text[end - 1] ?? '')) end -= 1;
  return end;
}

function endOfCollection(text: string, node: Node, position: number): number {
  if ('[{'.includes(text[contentStart(text, node)] ?? ' ')) return position;
  const last = node.children.findLast((child) => child.kind !== 'empty' || child.opened < position);
  return last?.end ?? node.start + 1;
}

const properties = /(?:[!&]\S*(?:[ \t\r\n]+|#[^\r\n]*)*)*/y;

/** Where a node begins behind its tag and its anchor. */
export function contentStart(text: string, { start }: Pick<Node, 'start'>): number {
  properties.lastIndex = start;
  properties.exec(text);
  return properties.lastIndex;
}
