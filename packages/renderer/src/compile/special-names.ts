import type { Expression, Statement, Target } from '../syntax/nodes.ts';
import { argumentsOf, childrenOf } from './analyze.ts';

/** Names that a loop, a macro or a block provides only where they are used. */
export type SpecialName = 'loop' | 'caller' | 'kwargs' | 'varargs' | 'self' | 'super';

/**
 * The special names that statements use and do not set themselves. Loops, blocks and macros inside count: they see
 * the names of what is around them.
 */
export function specialNames(
  statements: readonly Statement[],
  wanted: readonly SpecialName[],
): Set<SpecialName> {
  const search: Search = { wanted: new Set(wanted), found: new Set() };
  for (const statement of statements) inStatement(statement, search);
  return search.found;
}

interface Search {
  readonly wanted: Set<string>;
  readonly found: Set<SpecialName>;
}

function inStatement(node: Statement, search: Search): void {
  for (const expression of expressionsOf(node)) inExpression(expression, search);
  for (const target of targetsOf(node)) hide(target, search);
  // What is in a block is looked up in the block.
  if (node.kind === 'block') return;
  for (const body of bodiesOf(node)) for (const statement of body) inStatement(statement, search);
}

function inExpression(node: Expression, search: Search): void {
  if (node.kind === 'name' && search.wanted.has(node.name)) search.found.add(node.name as SpecialName);
  for (const child of childrenOf(node)) inExpression(child, search);
}

/** A name that is set is no special one from there on. */
function hide(target: Target, search: Search): void {
  if (target.kind === 'name') search.wanted.delete(target.name);
  if (target.kind === 'tuple') for (const item of target.items) hide(item, search);
}

/** The expressions right in a statement, without those of the statements in it. */
export function expressionsOf(node: Statement): Expression[] {
  switch (node.kind) {
    case 'output':
      return node.parts.filter((part) => part.kind !== 'text');
    case 'for':
      return [node.iterable, ...(node.test ? [node.test] : [])];
    case 'if':
      return node.branches.map(({ test }) => test);
    case 'set':
    case 'do':
    case 'autoescape':
      return [node.value];
    case 'set-block':
    case 'filter-block':
      return node.filters.flatMap((step) => argumentsOf(step.arguments));
    case 'with':
      return node.assignments.map(({ value }) => value);
    case 'macro':
      return node.parameters.flatMap(({ fallback }) => fallback ?? []);
    case 'call-block':
      return [node.call, ...node.parameters.flatMap(({ fallback }) => fallback ?? [])];
    case 'extends':
    case 'include':
    case 'import':
    case 'from-import':
      return [node.template];
    case 'block':
    case 'break':
    case 'continue':
      return [];
  }
}

/** The statements right in a statement. */
export function bodiesOf(node: Statement): (readonly Statement[])[] {
  if (node.kind === 'if') return [...node.branches.map(({ body }) => body), node.otherwise];
  if (node.kind === 'for') return [node.body, node.otherwise];
  return 'body' in node ? [node.body] : [];
}

function targetsOf(node: Statement): Target[] {
  if (node.kind === 'set' || node.kind === 'set-block' || node.kind === 'for') return [node.target];
  return [];
}
