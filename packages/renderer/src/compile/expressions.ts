import type { Arguments, Expression, FilterStep } from '../syntax/nodes.ts';
import { TemplateSyntaxError } from '../syntax/syntax-error.ts';
import type { Frame } from './frame.ts';

/** JavaScript for the value of an expression. */
export function expression(node: Expression, frame: Frame): string {
  switch (node.kind) {
    case 'constant':
      return constant(node, frame);
    case 'name':
      return name(node.name, frame);
    case 'tuple':
      return `rt.tuple([${list(node.items, frame)}])`;
    case 'list':
      return literal(`[${list(node.items, frame)}]`, frame);
    case 'dict':
      return literal(
        `rt.dict([${node.entries.map(({ key, value }) => `[${list([key, value], frame)}]`).join(', ')}])`,
        frame,
      );
    case 'unary':
      if (node.operator === 'not') return condition(node, frame);
      return `rt.${node.operator === '-' ? 'negate' : 'positive'}(${expression(node.operand, frame)})`;
    case 'binary':
      return binary(node, frame);
    case 'compare':
    case 'test':
      return node.kind === 'compare' ? compare(node, frame) : test(node, frame);
    case 'concat':
      return concat(node.parts, frame);
    case 'condition':
      return choice(node, frame);
    case 'filter':
      return filtered(expression(node.operand, frame), node, frame);
    case 'attribute':
      return `rt.attribute(ctx, ${expression(node.object, frame)}, ${JSON.stringify(node.name)})`;
    case 'item':
      return item(node, frame);
    case 'slice':
      throw new TemplateSyntaxError('a slice is only possible between brackets', node.at);
    case 'call':
      return call(node, frame);
  }
}

/** JavaScript that is true where Python takes an expression for true. */
export function condition(node: Expression, frame: Frame): string {
  if (node.kind === 'unary' && node.operator === 'not') return `!${condition(node.operand, frame)}`;
  if (node.kind === 'binary' && (node.operator === 'and' || node.operator === 'or')) {
    const operator = node.operator === 'and' ? '&&' : '||';
    return `(${condition(node.left, frame)} ${operator} ${condition(node.right, frame)})`;
  }
  const value = expression(node, frame);
  return node.kind === 'compare' ? value : `rt.truth(${value})`;
}

function constant({ value }: Extract<Expression, { kind: 'constant' }>, { unit }: Frame): string {
  if (value.type === 'none') return 'null';
  if (value.type === 'string') return JSON.stringify(value.value);
  if (value.type === 'float') return unit.code.constant('number', `rt.float(${floatText(value.value)})`);
  if (value.type === 'integer' && typeof value.value === 'bigint') return `${value.value}n`;
  return String(value.value);
}

const floatText = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

function name(text: string, { scope }: Frame): string {
  const variable = scope.find(text);
  // Every name of a scope's statements is known to it; a name without a variable is one that only its parent has.
  if (variable === undefined) return `ctx.resolve(${JSON.stringify(text)})`;
  return `(${variable} === undefined ? ctx.missing(${JSON.stringify(text)}) : ${variable})`;
}

function list(items: readonly Expression[], frame: Frame): string {
  return items.map((one) => expression(one, frame)).join(', ');
}

const literal = (code: string, { unit }: Frame): string =>
  unit.profile === 'ansible' ? `rt.literal(${code})` : code;

const ARITHMETIC = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '//': 'floorDivide',
  '%': 'modulo',
  '**': 'power',
} as const;

function binary(node: Extract<Expression, { kind: 'binary' }>, frame: Frame): string {
  const left = expression(node.left, frame);
  const right = expression(node.right, frame);
  // `t` is read right after it is set: what runs in between does not matter to it.
  if (node.operator === 'and') return `(rt.truth(t = ${left}) ? ${right} : t)`;
  if (node.operator === 'or') return `(rt.truth(t = ${left}) ? t : ${right})`;
  return `rt.${ARITHMETIC[node.operator]}(${left}, ${right})`;
}

const COMPARISONS = {
  '==': (a: string, b: string) => `rt.equals(${a}, ${b})`,
  '!=': (a: string, b: string) => `!rt.equals(${a}, ${b})`,
  '<': (a: string, b: string) => `rt.lessThan(${a}, ${b})`,
  '>': (a: string, b: string) => `rt.greaterThan(${a}, ${b})`,
  '<=': (a: string, b: string) => `rt.lessOrEqual(${a}, ${b})`,
  '>=': (a: string, b: string) => `rt.greaterOrEqual(${a}, ${b})`,
  in: (a: string, b: string) => `rt.isIn(${a}, ${b})`,
  'not in': (a: string, b: string) => `!rt.isIn(${a}, ${b})`,
} as const;

/** `a < b < c` is `a < b` and `b < c`, and asks for `c` only if it has to. */
function compare(node: Extract<Expression, { kind: 'compare' }>, frame: Frame): string {
  const [{ operator, operand } = { operator: '==' as const, operand: node.first }, ...rest] = node.rest;
  if (rest.length === 0) {
    return COMPARISONS[operator](expression(node.first, frame), expression(operand, frame));
  }
  const values = [node.first, ...node.rest.map((one) => one.operand)].map(
    (one) => `() => ${expression(one, frame)}`,
  );
  const steps = node.rest.map((one) => `(a, b) => ${COMPARISONS[one.operator]('a', 'b')}`);
  return `rt.compareAll([${values.join(', ')}], [${steps.join(', ')}])`;
}

function concat(parts: readonly Expression[], frame: Frame): string {
  if (frame.unit.escapes) return `rt.concat(ctx, [${list(parts, frame)}])`;
  return `rt.joined(${list(parts, frame)})`;
}

function choice(node: Extract<Expression, { kind: 'condition' }>, outside: Frame): string {
  const frame = { ...outside, isSoft: true };
  const otherwise = node.otherwise
    ? expression(node.otherwise, frame)
    : `ctx.withoutElse(${frame.unit.lineOf(node.at)})`;
  return `(${condition(node.test, frame)} ? ${expression(node.value, frame)} : ${otherwise})`;
}

/** JavaScript for a filter, given JavaScript for what it is applied to. */
export function filtered(operand: string, step: FilterStep, frame: Frame): string {
  const { unit, isSoft } = frame;
  if (!isSoft && !unit.hasFilter(step.name)) {
    const missing = { name: step.name, known: unit.filters };
    throw new TemplateSyntaxError(`No filter named '${step.name}'.`, step.at, missing);
  }
  const filter = unit.code.constant('filter', `rt.filter(${JSON.stringify(step.name)})`);
  return `${filter}(ctx, ${withArguments(operand, step.arguments, frame)})`;
}

function test(node: Extract<Expression, { kind: 'test' }>, frame: Frame): string {
  const { unit, isSoft } = frame;
  if (!isSoft && !unit.hasTest(node.name)) {
    const missing = { name: node.name, known: unit.tests };
    throw new TemplateSyntaxError(`No test named '${node.name}'.`, node.at, missing);
  }
  const found = unit.code.constant('test', `rt.test(${JSON.stringify(node.name)})`);
  return `${found}(ctx, ${withArguments(expression(node.operand, frame), node.arguments, frame)})`;
}

function item(node: Extract<Expression, { kind: 'item' }>, frame: Frame): string {
  const object = expression(node.object, frame);
  if (node.key.kind !== 'slice') return `rt.item(ctx, ${object}, ${expression(node.key, frame)})`;
  const { start, stop, step } = node.key;
  const bounds = [start, stop, step].map((bound) => (bound ? expression(bound, frame) : 'null'));
  return `rt.slice(ctx, ${object}, ${bounds.join(', ')})`;
}

/** JavaScript for a call. */
export function call(node: Extract<Expression, { kind: 'call' }>, frame: Frame, more = ''): string {
  const args = withArguments(undefined, node.arguments, frame, more);
  return `rt.invoke(ctx, ${expression(node.callee, frame)}, ${args})`;
}

/** JavaScript for an array of the positional arguments and, where there are any, a map of the named ones. */
function withArguments(first: string | undefined, args: Arguments, frame: Frame, more = ''): string {
  const positional = first === undefined ? [] : [first];
  for (const value of args.positional) positional.push(expression(value, frame));
  if (args.spread) positional.push(`...rt.spread(${expression(args.spread, frame)})`);
  const repeated = args.named.find((one, index) =>
    args.named.slice(0, index).some(({ name }) => name === one.name),
  );
  if (repeated)
    throw new TemplateSyntaxError(`keyword argument repeated: ${repeated.name}`, repeated.value.at);
  const named = args.named.map((one) => `[${JSON.stringify(one.name)}, ${expression(one.value, frame)}]`);
  if (more) named.push(more);
  const given = `[${positional.join(', ')}]`;
  if (named.length === 0 && !args.spreadNamed) return given;
  const spread = args.spreadNamed ? `, ${expression(args.spreadNamed, frame)}` : '';
  return `${given}, rt.named([${named.join(', ')}]${spread})`;
}
