import type { Statement, Target } from '../syntax/nodes.ts';
import { analyze, receive } from './analyze.ts';
import { expression, filtered } from './expressions.ts';
import { enter, type Frame, inner } from './frame.ts';
import { capturing } from './output.ts';
import { body } from './statements.ts';

export function set(node: Extract<Statement, { kind: 'set' }>, frame: Frame): void {
  assign(node.target, expression(node.value, frame), frame);
}

export function setBlock(node: Extract<Statement, { kind: 'set-block' }>, frame: Frame): void {
  const within = inner(frame);
  analyze(node.body, within.scope);
  const value = node.filters.reduce((code, step) => filtered(code, step, frame), 'value');
  frame.unit.code.block('', () => {
    frame.unit.code.line(`const value = ${capture(node.body, { ...within, checksParent: false })};`);
    assign(node.target, value, frame);
  });
}

/** JavaScript for what statements print, as a value. */
export function capture(statements: readonly Statement[], frame: Frame): string {
  const { code } = frame.unit;
  const name = code.name('capture');
  code.block(
    `const ${name} = () =>`,
    () =>
      capturing(frame, () => {
        enter(frame);
        body(statements, frame);
      }),
    ';',
  );
  return `${name}()`;
}

export function withBlock(node: Extract<Statement, { kind: 'with' }>, frame: Frame): void {
  const within = inner(frame);
  for (const { target } of node.assignments) receive(target, within.scope);
  analyze(node.body, within.scope);
  frame.unit.code.block('', () => {
    // The values do not see each other's names.
    const values = node.assignments.map(({ value }) => {
      const name = frame.unit.code.name('value');
      frame.unit.code.line(`const ${name} = ${expression(value, frame)};`);
      return name;
    });
    enter(within);
    node.assignments.forEach(({ target }, index) => {
      declare(target, values[index] ?? '', within);
    });
    body(node.body, within);
  });
}

/** Assigns JavaScript's value to a target; what is set at the top of a template is known to its context. */
export function assign(target: Target, value: string, frame: Frame): void {
  put(target, value, frame);
  publish(namesOf(target), frame);
}

/** Makes names of a target known to the context. */
export function publish(names: readonly string[], frame: Frame): void {
  if (!frame.isTop) return;
  for (const name of names)
    frame.unit.code.line(`ctx.publish(${JSON.stringify(name)}, ${frame.scope.find(name)});`);
}

/** Declares a target's names and gives them JavaScript's value. */
export function declare(target: Target, value: string, frame: Frame): void {
  const variables = namesOf(target).map((name) => frame.scope.find(name));
  if (variables.length > 0) frame.unit.code.line(`let ${[...new Set(variables)].join(', ')};`);
  put(target, value, frame);
}

function put(target: Target, value: string, frame: Frame): void {
  const { code } = frame.unit;
  if (target.kind === 'name') code.line(`${frame.scope.find(target.name)} = ${value};`);
  else if (target.kind === 'namespace') {
    const object = expression({ kind: 'name', at: target.at, name: target.name }, frame);
    code.line(`rt.setAttribute(${object}, ${JSON.stringify(target.attribute)}, ${value});`);
  } else {
    const items = code.name('items');
    code.line(`const ${items} = rt.unpack(${value}, ${target.items.length});`);
    target.items.forEach((item, index) => {
      put(item, `${items}[${index}]`, frame);
    });
  }
}

export function namesOf(target: Target): string[] {
  if (target.kind === 'tuple') return target.items.flatMap(namesOf);
  return target.kind === 'name' ? [target.name] : [];
}
