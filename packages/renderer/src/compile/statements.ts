import type { Statement } from '../syntax/nodes.ts';
import { analyze } from './analyze.ts';
import { capture, set, setBlock, withBlock } from './assignments.ts';
import { condition, expression, filtered } from './expressions.ts';
import { enter, type Frame, inner, soft } from './frame.ts';
import { blockCall, extendsTemplate, fromImport, importTemplate, include } from './inheritance.ts';
import { loop } from './loops.ts';
import { callBlock, macro } from './macros.ts';
import { output, print } from './output.ts';

/** Generates code for statements, one after the other. */
export function body(statements: readonly Statement[], frame: Frame): void {
  for (const node of statements) statement(node, frame);
}

function statement(node: Statement, frame: Frame): void {
  const { code } = frame.unit;
  if (node.kind !== 'output') code.line(`st.at = ${node.at};`);
  switch (node.kind) {
    case 'output':
      output(node, frame);
      return;
    case 'for':
      loop(node, frame);
      return;
    case 'if':
      branches(node, frame);
      return;
    case 'set':
      set(node, frame);
      return;
    case 'set-block':
      setBlock(node, frame);
      return;
    case 'with':
      withBlock(node, frame);
      return;
    case 'macro':
      macro(node, frame);
      return;
    case 'call-block':
      callBlock(node, frame);
      return;
    case 'filter-block':
      filterBlock(node, frame);
      return;
    case 'block':
      blockCall(node, frame);
      return;
    case 'extends':
      extendsTemplate(node, frame);
      return;
    case 'include':
      include(node, frame);
      return;
    case 'import':
      importTemplate(node, frame);
      return;
    case 'from-import':
      fromImport(node, frame);
      return;
    case 'autoescape':
      autoescape(node, frame);
      return;
    case 'do':
      code.line(`${expression(node.value, frame)};`);
      return;
    case 'break':
    case 'continue':
      code.line(`${node.kind};`);
      return;
  }
}

function branches(node: Extract<Statement, { kind: 'if' }>, frame: Frame): void {
  const { code } = frame.unit;
  const within = soft(frame);
  node.branches.forEach(({ test, body: statements }, index) => {
    code.block(`${index === 0 ? '' : 'else '}if (${condition(test, within)})`, () =>
      body(statements, within),
    );
  });
  if (node.otherwise.length > 0) code.block('else', () => body(node.otherwise, within));
}

function filterBlock(node: Extract<Statement, { kind: 'filter-block' }>, frame: Frame): void {
  const within = inner(frame);
  analyze(node.body, within.scope);
  frame.unit.code.block('', () => {
    frame.unit.code.line(`const value = ${capture(node.body, { ...within, checksParent: false })};`);
    print(
      node.filters.reduce((code, step) => filtered(code, step, frame), 'value'),
      frame,
    );
  });
}

function autoescape(node: Extract<Statement, { kind: 'autoescape' }>, frame: Frame): void {
  const within = inner(frame);
  analyze(node.body, within.scope);
  const { code } = frame.unit;
  code.block('', () => {
    const before = code.name('before');
    code.line(`const ${before} = ctx.autoescape;`);
    code.line(`ctx.autoescape = ${condition(node.value, frame)};`);
    code.block('try', () => {
      enter(within);
      body(node.body, within);
    });
    code.block('finally', () => code.line(`ctx.autoescape = ${before};`));
  });
}
