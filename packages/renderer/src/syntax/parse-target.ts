import type { Expression, Target } from './nodes.ts';
import { parseTuple } from './parse-expression.ts';
import { parsePrimary } from './parse-primary.ts';
import type { TokenStream } from './token-stream.ts';

/** Parses a name that something is given, such as a macro or its parameter. */
export function parseTargetName(tokens: TokenStream): { readonly name: string; readonly at: number } {
  const { text: name, at } = tokens.expect('name');
  if (CONSTANTS.has(name)) throw tokens.failed("can't assign to 'name'", at);
  return { name, at };
}

const CONSTANTS = new Set(['true', 'false', 'none', 'True', 'False', 'None']);

/** Parses what is assigned to: a name, or several with commas. */
export function parseTarget(tokens: TokenStream): Target {
  return asTarget(tokens, parseTuple(tokens, parsePrimary));
}

/** As {@link parseTarget}, and attributes of a namespace, too. */
export function parseTargetOfSet(tokens: TokenStream): Target {
  const attributes = new Map<Expression, string>();
  const parsed = parseTuple(tokens, () => {
    const item = parsePrimary(tokens);
    if (item.kind === 'name' && tokens.skipIf('.')) attributes.set(item, tokens.expect('name').text);
    return item;
  });
  return asTarget(tokens, parsed, attributes);
}

function asTarget(
  tokens: TokenStream,
  expression: Expression,
  attributes: ReadonlyMap<Expression, string> = new Map(),
): Target {
  const target = toTarget(expression, attributes);
  if (!target) throw tokens.failed(`can't assign to '${nameOfKind(expression)}'`, expression.at);
  return target;
}

function toTarget(expression: Expression, attributes: ReadonlyMap<Expression, string>): Target | undefined {
  if (expression.kind === 'name') {
    const { at, name } = expression;
    const attribute = attributes.get(expression);
    return attribute === undefined ? { kind: 'name', at, name } : { kind: 'namespace', at, name, attribute };
  }
  if (expression.kind !== 'tuple') return undefined;
  const items: Target[] = [];
  for (const item of expression.items) {
    const target = toTarget(item, attributes);
    if (!target) return undefined;
    items.push(target);
  }
  return { kind: 'tuple', at: expression.at, items };
}

const OPERATIONS: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'div',
  '//': 'floordiv',
  '%': 'mod',
  '**': 'pow',
};

/** What Jinja2 calls the kinds of expressions that can stand where a target is expected. */
function nameOfKind(expression: Expression): string {
  switch (expression.kind) {
    case 'constant':
      return 'const';
    case 'unary':
      return { not: 'not', '-': 'neg', '+': 'pos' }[expression.operator];
    case 'binary':
      return OPERATIONS[expression.operator] ?? expression.operator;
    case 'condition':
      return 'condexpr';
    case 'attribute':
      return 'getattr';
    case 'item':
      return 'getitem';
    default:
      return expression.kind;
  }
}
