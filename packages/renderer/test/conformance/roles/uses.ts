import type { Arguments, Call, Expression, Filter, Statement, Target } from '../../../src/syntax/nodes.ts';
import { JINJA2_SYNTAX } from '../../../src/syntax/options.ts';
import { parse } from '../../../src/syntax/parse.ts';
import { Shape } from './shape.ts';

type Scope = ReadonlyMap<string, Shape>;

/** Adds to a shape, whose attributes are the variables, what a template does with them. */
export function addUses(variables: Shape, source: string): void {
  try {
    const { body } = parse(source.replace(/^#jinja2:.*\n/, ''), JINJA2_SYNTAX);
    readBody(body, { variables, scope: new Map() });
  } catch {
    // Text with braces, or other delimiters: nothing is said about variables.
  }
}

interface Reading {
  readonly variables: Shape;
  readonly scope: Scope;
}

function readBody(body: readonly Statement[], reading: Reading): void {
  let now = reading;
  for (const statement of body) now = readStatement(statement, now);
}

/** Gives what is known behind the statement. */
function readStatement(statement: Statement, reading: Reading): Reading {
  if (statement.kind === 'set') return bind(statement.target, shapeOf(statement.value, reading), reading);
  if (statement.kind === 'for') {
    const inner = bind(statement.target, shapeOf(statement.iterable, reading).items(), reading);
    readAll([statement.test, statement.body], inner);
    readAll([statement.otherwise], reading);
    return reading;
  }
  if (statement.kind === 'macro') {
    const names = [statement.name, ...statement.parameters.map(({ name }) => name)];
    const known = withScope(
      reading,
      names.map((name) => [name, new Shape()]),
    );
    readBody(statement.body, known);
    return known;
  }
  readAll(Object.values(statement), reading);
  return reading;
}

/** Expressions and bodies, wherever they are in a node. */
function readAll(parts: readonly unknown[], reading: Reading): void {
  for (const part of parts) {
    if (typeof part !== 'object' || part === null) continue;
    const { kind } = part as { readonly kind?: string };
    if (kind !== undefined && EXPRESSIONS.has(kind)) shapeOf(part as Expression, reading);
    else if (Array.isArray(part) && part.some(({ kind: each }) => STATEMENTS.has(each)))
      readBody(part, reading);
    else readAll(Object.values(part), reading);
  }
}

const EXPRESSIONS = new Set(
  'constant name tuple list dict unary binary compare concat condition filter test attribute item slice call'.split(
    ' ',
  ),
);
const STATEMENTS = new Set(
  'output for if set set-block with macro call-block filter-block block extends include import do'.split(' '),
);

const VERSION_TESTS = new Set(['version', 'version_compare', 'ansible.builtin.version']);

function shapeOf(node: Expression, reading: Reading): Shape {
  switch (node.kind) {
    case 'name':
      return reading.scope.get(node.name) ?? reading.variables.attribute(node.name);
    case 'attribute':
      return shapeOf(node.object, reading).attribute(node.name);
    case 'item':
      return itemOf(shapeOf(node.object, reading), node.key, reading);
    case 'condition':
      readAll([node.test, node.otherwise], reading);
      return shapeOf(node.value, reading);
    case 'call':
      return called(node, reading);
    case 'filter':
      return filtered(node, reading);
    case 'test':
      if (VERSION_TESTS.has(node.name)) shapeOf(node.operand, reading).isVersion = true;
      readAll([node.operand, node.arguments], reading);
      return new Shape();
    default:
      readAll(Object.values(node), reading);
      return new Shape();
  }
}

function itemOf(object: Shape, key: Expression, reading: Reading): Shape {
  const name = textOf(key);
  if (name !== undefined) return object.attribute(name);
  shapeOf(key, reading);
  return object.items();
}

const METHODS_OF_DICT = new Set(['items', 'keys', 'values', 'get', 'update']);

function called(node: Call, reading: Reading): Shape {
  readAll([node.arguments], reading);
  if (node.callee.kind !== 'attribute') return new Shape();
  const object = shapeOf(node.callee.object, reading);
  if (!METHODS_OF_DICT.has(node.callee.name)) return new Shape();
  return asMapping(object);
}

/** A list of what a mapping is made of, keys left out. */
function asMapping(mapping: Shape): Shape {
  mapping.isMapping = true;
  return Shape.listOf(mapping.items());
}

/** Filters whose result is made of what went in. */
const KEEPING = new Set(
  'default d list sort unique reverse selectattr rejectattr select reject flatten'.split(' '),
);
const OF_NUMBERS = new Set(['int', 'float', 'round', 'abs', 'human_readable']);

function filtered(node: Filter, reading: Reading): Shape {
  readAll([node.arguments], reading);
  const operand = shapeOf(node.operand, reading);
  const attribute = attributeOf(node.arguments);
  if (OF_NUMBERS.has(node.name)) operand.isNumber = true;
  if (node.name === 'selectattr' || node.name === 'rejectattr')
    readAttribute(operand, textOf(node.arguments.positional[0]));
  if (node.name === 'map' && attribute !== undefined)
    return Shape.listOf(operand.items().attribute(attribute));
  if (node.name === 'first' || node.name === 'last') return operand.items();
  if (node.name === 'join' || node.name === 'map') return operand.items();
  if (node.name === 'dict2items') return pairs(operand);
  if (node.name === 'dictsort') return asMapping(operand);
  return KEEPING.has(node.name) ? operand : new Shape();
}

function readAttribute(list: Shape, name: string | undefined): void {
  if (name !== undefined) list.items().attribute(name);
}

/** `dict2items`: what it gives has a key and a value, and the value is what the mapping is made of. */
function pairs(mapping: Shape): Shape {
  mapping.isMapping = true;
  const pair = new Shape();
  pair.attributes.set('key', new Shape()).set('value', mapping.items());
  return Shape.listOf(pair);
}

function attributeOf({ named }: Arguments): string | undefined {
  return textOf(named.find(({ name }) => name === 'attribute')?.value);
}

function textOf(node: Expression | undefined): string | undefined {
  return node?.kind === 'constant' && node.value.type === 'string' ? node.value.value : undefined;
}

function bind(target: Target, shape: Shape, reading: Reading): Reading {
  if (target.kind === 'name') return withScope(reading, [[target.name, shape]]);
  if (target.kind === 'namespace') return reading;
  const last = target.items.length - 1;
  // Of `key, value` it is the value that something is done with.
  return target.items.reduce(
    (now, item, index) => bind(item, index === last ? shape : new Shape(), now),
    reading,
  );
}

const withScope = (reading: Reading, names: readonly (readonly [string, Shape])[]): Reading => ({
  ...reading,
  scope: new Map([...reading.scope, ...names]),
});
