import type { Statement } from '../syntax/nodes.ts';
import { TemplateSyntaxError } from '../syntax/syntax-error.ts';
import { analyze, load, receive } from './analyze.ts';
import { declare, namesOf } from './assignments.ts';
import { condition, expression } from './expressions.ts';
import { enter, type Frame, inner } from './frame.ts';
import { capturing, print, write } from './output.ts';
import { bodiesOf, specialNames } from './special-names.ts';
import { body } from './statements.ts';

type For = Extract<Statement, { kind: 'for' }>;

/** A loop. One that is recursive is a function of what it goes through and of its depth. */
export function loop(node: For, frame: Frame): void {
  const { code } = frame.unit;
  refuseLoopAsTarget([node]);
  const within = inner(frame);
  const usesLoop =
    node.recursive || specialNames(node.body, ['loop']).has('loop') || hasScopedBlock(node.body);
  if (usesLoop) within.scope.parameter('loop');
  receive(node.target, within.scope);
  analyze(node.body, within.scope);
  if (!node.recursive) {
    code.block('', () => {
      const items = itemsOf(node, expression(node.iterable, frame), frame);
      through(node, items, usesLoop ? '0' : undefined, within, frame);
    });
    return;
  }
  const again = code.name('again');
  code.block(
    `const ${again} = (items, depth) =>`,
    () =>
      capturing(frame, () => through(node, itemsOf(node, 'items', frame), `depth, ${again}`, within, frame)),
    ';',
  );
  const text = `${again}(${expression(node.iterable, frame)}, 0)`;
  if (frame.unit.profile === 'ansible') print(text, frame);
  else write(frame.unit.escapes ? `rt.str(${text})` : text, frame);
}

function through(
  node: For,
  items: string,
  loopArguments: string | undefined,
  within: Frame,
  frame: Frame,
): void {
  const { code } = frame.unit;
  const hasElse = node.otherwise.length > 0;
  const empty = code.name('empty');
  if (hasElse) code.line(`let ${empty} = true;`);
  const value = code.name('item');
  const repeat = (head: string, given: string): void =>
    code.block(head, () => {
      if (hasElse) code.line(`${empty} = false;`);
      if (loopArguments !== undefined) code.line(`const ${within.scope.find('loop')} = ${given};`);
      enterLoop(node, loopArguments === undefined ? given : `${given}.value`, within);
      body(node.body, within);
    });
  if (loopArguments === undefined) repeat(`for (const ${value} of rt.each(${items}))`, value);
  else repeat(`for (const ${value} = rt.loop(ctx, ${items}, ${loopArguments}); ${value}.next(); )`, value);
  if (hasElse) code.block(`if (${empty})`, () => otherwise(node.otherwise, frame));
}

function enterLoop(node: For, value: string, within: Frame): void {
  declare(node.target, value, within);
  enter(within);
}

function otherwise(statements: readonly Statement[], frame: Frame): void {
  const within = inner(frame);
  analyze(statements, within.scope);
  enter(within);
  body(statements, within);
}

/** JavaScript for what is gone through: of `for … in … if …`, what passes the test. */
function itemsOf(node: For, items: string, frame: Frame): string {
  if (!node.test) return items;
  const { code } = frame.unit;
  const within = inner(frame);
  receive(node.target, within.scope);
  load(node.test, within.scope);
  const passes = code.name('passes');
  const { test } = node;
  code.block(
    `const ${passes} = (item) =>`,
    () => {
      declare(node.target, 'item', within);
      enter(within);
      code.line(`return ${condition(test, within)};`);
    },
    ';',
  );
  return `rt.filtered(${items}, ${passes})`;
}

/** A scoped block sees the loop that it is in. */
function hasScopedBlock(statements: readonly Statement[]): boolean {
  return statements.some((node) => {
    if (node.kind === 'block') return node.scoped;
    if (node.kind === 'if')
      return [...node.branches, { body: node.otherwise }].some((one) => hasScopedBlock(one.body));
    return 'body' in node && hasScopedBlock(node.body);
  });
}

/** `loop` is the loop's own name everywhere in it. */
function refuseLoopAsTarget(statements: readonly Statement[]): void {
  for (const node of statements) {
    const target = 'target' in node && typeof node.target !== 'string' ? node.target : undefined;
    if (target && namesOf(target).includes('loop')) {
      throw new TemplateSyntaxError("Can't assign to special loop variable in for-loop target", target.at);
    }
    for (const body of bodiesOf(node)) refuseLoopAsTarget(body);
  }
}
