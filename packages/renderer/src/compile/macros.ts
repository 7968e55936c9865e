import type { Parameter, Statement } from '../syntax/nodes.ts';
import { TemplateSyntaxError } from '../syntax/syntax-error.ts';
import { analyze, load } from './analyze.ts';
import { publish } from './assignments.ts';
import { call, expression } from './expressions.ts';
import { enter, type Frame, inner } from './frame.ts';
import { capturing, print } from './output.ts';
import { type SpecialName, specialNames } from './special-names.ts';
import { body } from './statements.ts';

export function macro(node: Extract<Statement, { kind: 'macro' }>, frame: Frame): void {
  const made = define(node.name, node.parameters, node.body, node.at, frame);
  frame.unit.code.line(`${frame.scope.find(node.name)} = ${made};`);
  publish([node.name], frame);
}

export function callBlock(node: Extract<Statement, { kind: 'call-block' }>, frame: Frame): void {
  const { code } = frame.unit;
  code.block('', () => {
    code.line(`const caller = ${define(null, node.parameters, node.body, node.at, frame)};`);
    code.line(`st.at = ${node.at};`);
    print(call(node.call, frame, '["caller", caller]'), frame);
  });
}

/** Arguments of a macro that it has only if it uses them. */
const EXTRA: readonly SpecialName[] = ['caller', 'kwargs', 'varargs'];

/** JavaScript for a macro; `name` is null for the body of a call block. */
function define(
  name: string | null,
  parameters: readonly Parameter[],
  statements: readonly Statement[],
  at: number,
  outside: Frame,
): string {
  const frame = { ...inner(outside), checksParent: false };
  const { code } = frame.unit;
  for (const parameter of parameters) frame.scope.parameter(parameter.name);
  const used = specialNames(statements, EXTRA);
  checkCaller(parameters, used, at);
  const names = parameters.map((one) => one.name);
  const extra = EXTRA.filter((one) => used.has(one) && !names.includes(one));
  for (const one of extra) frame.scope.parameter(one);
  for (const { fallback } of parameters) if (fallback) load(fallback, frame.scope);
  analyze(statements, frame.scope);
  const variables = [...names, ...extra].map((one) => frame.scope.find(one));
  const body_ = code.name('macro');
  code.block(
    `const ${body_} = (${variables.join(', ')}) =>`,
    () =>
      capturing(frame, () => {
        enter(frame);
        defaults(parameters, frame);
        body(statements, frame);
      }),
    ';',
  );
  const accepts = { caller: used.has('caller'), kwargs: used.has('kwargs'), varargs: used.has('varargs') };
  return `rt.macro(ctx, ${JSON.stringify(name)}, ${JSON.stringify(names)}, ${JSON.stringify(accepts)}, ${body_})`;
}

/** A parameter that was not given is its default, which sees the parameters before it. */
function defaults(parameters: readonly Parameter[], frame: Frame): void {
  for (const { name, fallback } of parameters) {
    const variable = frame.scope.find(name);
    const value = fallback
      ? expression(fallback, frame)
      : `ctx.undefined("parameter '${name}' was not provided")`;
    frame.unit.code.line(`if (${variable} === undefined) ${variable} = ${value};`);
  }
}

function checkCaller(parameters: readonly Parameter[], used: ReadonlySet<SpecialName>, at: number): void {
  const caller = parameters.find(({ name }) => name === 'caller');
  if (!caller || caller.fallback || !used.has('caller')) return;
  throw new TemplateSyntaxError(
    'When defining macros or call blocks the special "caller" argument must be omitted or be given a default.',
    at,
  );
}
