import type { Block, Statement, Template } from '../syntax/nodes.ts';
import { TemplateSyntaxError } from '../syntax/syntax-error.ts';
import { analyze } from './analyze.ts';
import { Code } from './code.ts';
import { enter, type Frame, type Unit } from './frame.ts';
import { blockFunction } from './inheritance.ts';
import { emptyBuffer } from './output.ts';
import type { Registry } from './registry.ts';
import { Scope } from './scope.ts';
import { bodiesOf, specialNames } from './special-names.ts';
import { body } from './statements.ts';

/** What the generator has to know of the environment. */
export interface GenerateOptions extends Pick<Unit, 'profile' | 'lineOf'>, Registry {
  readonly autoescape: boolean;
}

/**
 * Generates JavaScript for a template: the body of a function of `rt`, the runtime.
 * It returns `{ root, blocks }`, functions of a context that return what they print.
 *
 * @throws TemplateSyntaxError for what can be seen to be wrong before it runs: an unknown filter, a misplaced tag.
 */
export function generate(template: Template, options: GenerateOptions): string {
  const statements = everyStatement(template.body);
  const inherits = statements.some(({ kind }) => kind === 'extends');
  const escapes = options.autoescape || statements.some(({ kind }) => kind === 'autoescape');
  const unit: Unit = { ...options, code: new Code(), escapes, inherits, knowsParent: false };
  const scope = new Scope();
  const frame: Frame = { unit, scope, isTop: true, isSoft: false, checksParent: inherits };
  const self = specialNames(template.body, ['self']).has('self') ? scope.parameter('self') : undefined;
  analyze(template.body, scope);
  unit.code.line('let t;');
  root(template.body, frame, self);
  blocks(statements, frame);
  unit.code.line('return { root, blocks };');
  return String(unit.code);
}

function root(statements: readonly Statement[], frame: Frame, usesSelf: string | undefined): void {
  const { code, inherits } = frame.unit;
  code.block(
    'const root = (ctx) =>',
    () => {
      code.line('const st = ctx.state;');
      code.line(`let o = ${emptyBuffer(frame)};`);
      if (usesSelf) code.line(`const ${usesSelf} = ctx.self();`);
      if (inherits) code.line('let parent;');
      enter(frame);
      body(statements, frame);
      code.line(inherits ? 'return parent === undefined ? o : ctx.showParent(o, parent);' : 'return o;');
    },
    ';',
  );
}

function blocks(statements: readonly Statement[], frame: Frame): void {
  const found = new Map<string, Block>();
  for (const node of statements) {
    if (node.kind !== 'block') continue;
    if (found.has(node.name)) throw new TemplateSyntaxError(`block '${node.name}' defined twice`, node.at);
    found.set(node.name, node);
  }
  frame.unit.code.block(
    'const blocks =',
    () => {
      frame.unit.code.line('__proto__: null,');
      for (const node of found.values()) blockFunction(node, frame);
    },
    ';',
  );
}

/** The statements and those in them. */
function everyStatement(statements: readonly Statement[]): Statement[] {
  return statements.flatMap((node) => [node, ...bodiesOf(node).flatMap(everyStatement)]);
}
