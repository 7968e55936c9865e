import type { Block, Statement } from '../syntax/nodes.ts';
import { TemplateSyntaxError } from '../syntax/syntax-error.ts';
import { analyze } from './analyze.ts';
import { publish } from './assignments.ts';
import { expression } from './expressions.ts';
import { enter, type Frame } from './frame.ts';
import { emptyBuffer, write } from './output.ts';
import { Scope } from './scope.ts';
import { specialNames } from './special-names.ts';
import { body } from './statements.ts';

export function extendsTemplate(node: Extract<Statement, { kind: 'extends' }>, frame: Frame): void {
  const { code } = frame.unit;
  if (!frame.isTop) throw new TemplateSyntaxError('cannot use extend from a non top-level scope', node.at);
  code.line(`if (parent !== undefined) throw rt.error("TemplateRuntimeError", "extended multiple times");`);
  code.line(`parent = ctx.inherit(${expression(node.template, frame)});`);
  // In a branch it may not have run.
  if (!frame.isSoft) frame.unit.knowsParent = true;
}

/** Prints a block where it stands: the one of the template that inherits the most. */
export function blockCall(node: Block, frame: Frame): void {
  const { code, knowsParent, inherits } = frame.unit;
  const isAtTop = frame.block === undefined && frame.scope.level === 0;
  if (isAtTop && knowsParent) return;
  const show = (): void => {
    const name = JSON.stringify(node.name);
    if (node.required) code.line(`ctx.requireBlock(${name});`);
    const context = node.scoped ? `ctx.derive(${locals(frame)})` : 'ctx';
    write(`${context}.showBlock(${name})`, frame);
  };
  if (isAtTop && inherits) code.block('if (parent === undefined)', show);
  else show();
}

/** A function that prints a block. Its names are the context's: it is called from other templates, too. */
export function blockFunction(node: Block, frame: Frame): void {
  const { code } = frame.unit;
  const scope = new Scope();
  const within: Frame = {
    ...frame,
    scope,
    isTop: false,
    isSoft: false,
    checksParent: false,
    block: node.name,
  };
  const special = specialNames(node.body, ['self', 'super']);
  for (const name of special) scope.parameter(name);
  analyze(node.body, scope);
  code.block(
    `[${JSON.stringify(node.name)}]: (ctx, current) =>`,
    () => {
      code.line('const st = ctx.state;');
      code.line(`let o = ${emptyBuffer(frame)};`);
      if (special.has('self')) code.line(`const ${scope.find('self')} = ctx.self();`);
      if (special.has('super')) {
        code.line(`const ${scope.find('super')} = ctx.super(${JSON.stringify(node.name)}, current);`);
      }
      enter(within);
      body(node.body, within);
      code.line('return o;');
    },
    ',',
  );
}

export function include(node: Extract<Statement, { kind: 'include' }>, frame: Frame): void {
  const settings = `{ ignoreMissing: ${node.ignoreMissing}, locals: ${node.withContext ? locals(frame) : 'null'} }`;
  write(`ctx.include(${expression(node.template, frame)}, ${settings})`, frame);
}

export function importTemplate(node: Extract<Statement, { kind: 'import' }>, frame: Frame): void {
  frame.unit.code.line(`${frame.scope.find(node.target)} = ${module(node, frame)};`);
  publish([node.target], frame);
  if (frame.isTop && !node.target.startsWith('_')) {
    frame.unit.code.line(`ctx.hide(${JSON.stringify(node.target)});`);
  }
}

export function fromImport(node: Extract<Statement, { kind: 'from-import' }>, frame: Frame): void {
  const { code } = frame.unit;
  const from = code.name('module');
  code.line(`const ${from} = ${module(node, frame)};`);
  for (const { name, alias } of node.names) {
    code.line(
      `${frame.scope.find(alias)} = ctx.imported(${from}, ${JSON.stringify(name)}, ${frame.unit.lineOf(node.at)});`,
    );
    publish([alias], frame);
    if (frame.isTop && !alias.startsWith('_')) code.line(`ctx.hide(${JSON.stringify(alias)});`);
  }
}

function module(node: Extract<Statement, { kind: 'import' | 'from-import' }>, frame: Frame): string {
  return `ctx.importModule(${expression(node.template, frame)}, ${node.withContext ? locals(frame) : 'null'})`;
}

/** JavaScript for the names that are set where this stands, for a template that is included there. */
function locals({ scope }: Frame): string {
  const entries = [...scope.stored()].map(([name, variable]) => `${JSON.stringify(name)}: ${variable}`);
  return `{ __proto__: null, ${entries.join(', ')} }`;
}
