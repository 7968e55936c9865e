import type { Arguments, Expression, FilterStep, Statement, Target } from '../syntax/nodes.ts';
import type { Scope } from './scope.ts';

/** Tells a scope of every name that statements load or store in it. What has a scope of its own is left out. */
export function analyze(statements: readonly Statement[], scope: Scope): void {
  for (const statement of statements) analyzeStatement(statement, scope);
}

function analyzeStatement(node: Statement, scope: Scope): void {
  switch (node.kind) {
    case 'output':
      for (const part of node.parts) if (part.kind !== 'text') load(part, scope);
      return;
    case 'if':
      analyzeIf(node, scope);
      return;
    case 'set':
      load(node.value, scope);
      assign(node.target, scope);
      return;
    case 'set-block':
      for (const step of node.filters) loadArguments(step.arguments, scope);
      assign(node.target, scope);
      return;
    case 'macro':
      scope.store(node.name);
      return;
    case 'import':
      load(node.template, scope);
      scope.store(node.target);
      return;
    case 'from-import':
      load(node.template, scope);
      for (const { alias } of node.names) scope.store(alias);
      return;
    case 'for':
      load(node.iterable, scope);
      return;
    case 'with':
      for (const { value } of node.assignments) load(value, scope);
      return;
    case 'call-block':
      load(node.call, scope);
      return;
    case 'filter-block':
      loadSteps(node.filters, scope);
      return;
    case 'extends':
    case 'include':
      load(node.template, scope);
      return;
    case 'autoescape':
    case 'do':
      load(node.value, scope);
      return;
    case 'block':
    case 'break':
    case 'continue':
      return;
  }
}

function analyzeIf(node: Extract<Statement, { kind: 'if' }>, scope: Scope): void {
  for (const { test } of node.branches) load(test, scope);
  const bodies = [...node.branches.map(({ body }) => body), node.otherwise];
  const branches = bodies.map((statements) => {
    const branch = scope.branch();
    analyze(statements, branch);
    return branch;
  });
  scope.merge(branches);
}

/** Tells a scope of what is assigned to in it. */
export function assign(target: Target, scope: Scope): void {
  if (target.kind === 'name') scope.store(target.name);
  else if (target.kind === 'namespace') scope.load(target.name);
  else for (const item of target.items) assign(item, scope);
}

/** Makes a target's names parameters of a scope. */
export function receive(target: Target, scope: Scope): void {
  if (target.kind === 'name') scope.parameter(target.name);
  else if (target.kind === 'namespace') scope.load(target.name);
  else for (const item of target.items) receive(item, scope);
}

/** Tells a scope of every name that an expression loads. */
export function load(node: Expression, scope: Scope): void {
  if (node.kind === 'name') scope.load(node.name);
  else for (const child of childrenOf(node)) load(child, scope);
}

function loadSteps(steps: readonly FilterStep[], scope: Scope): void {
  for (const step of steps) loadArguments(step.arguments, scope);
}

function loadArguments(args: Arguments, scope: Scope): void {
  for (const value of argumentsOf(args)) load(value, scope);
}

/** The expressions of a call's arguments, in their order. */
export function argumentsOf(args: Arguments): Expression[] {
  const found = [...args.positional, ...args.named.map(({ value }) => value)];
  if (args.spread) found.push(args.spread);
  if (args.spreadNamed) found.push(args.spreadNamed);
  return found;
}

/** The expressions right inside an expression. */
export function childrenOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'constant':
    case 'name':
      return [];
    case 'tuple':
    case 'list':
      return node.items;
    case 'dict':
      return node.entries.flatMap(({ key, value }) => [key, value]);
    case 'unary':
      return [node.operand];
    case 'binary':
      return [node.left, node.right];
    case 'compare':
      return [node.first, ...node.rest.map(({ operand }) => operand)];
    case 'concat':
      return node.parts;
    case 'condition':
      return [node.test, node.value, ...(node.otherwise ? [node.otherwise] : [])];
    case 'filter':
    case 'test':
      return [node.operand, ...argumentsOf(node.arguments)];
    case 'attribute':
      return [node.object];
    case 'item':
      return [node.object, node.key];
    case 'slice':
      return [node.start, node.stop, node.step].filter((part) => part !== undefined);
    case 'call':
      return [node.callee, ...argumentsOf(node.arguments)];
  }
}
