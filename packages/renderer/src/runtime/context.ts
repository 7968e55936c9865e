import { type Missing, PythonError, type PythonErrorType } from '../values/errors.ts';
import { escaped } from '../values/escape.ts';
import type { PythonFunction } from '../values/function.ts';
import { Markup } from '../values/markup.ts';
import { str } from '../values/print.ts';
import { Undefined } from '../values/undefined.ts';
import type { Named, Value } from '../values/value.ts';
import { blockReference, selfReference } from './block-reference.ts';
import { type Buffer, checked } from './buffer.ts';
import type { Call, Profile } from './call.ts';
import type { Block, CompiledTemplate } from './compiled-template.ts';
import type { Environment } from './environment.ts';
import { invoke } from './invoke.ts';
import { attributeOf, itemOf } from './lookup.ts';
import { TemplateModule } from './module.ts';
import { capturing, placeOf, type State, within } from './state.ts';
import { findTemplate } from './templates.ts';
import { layered, localVariables, NO_VARIABLES, type Variables, variablesOf } from './variables.ts';

/** What ends a render although nothing uses it: limits of our own, and what we do not have. */
const ALWAYS_RAISED: readonly PythonErrorType[] = ['MemoryError', 'NotSupported', 'RecursionError'];

/** What a template sees while it runs: its names, its blocks, its environment. */
export class Context implements Call {
  readonly environment: Environment;
  readonly state: State;
  /** What it was given. */
  readonly parent: Variables;
  /** What it has set at its top. */
  readonly #own = new Map<string, Value>();
  readonly #exported = new Set<string>();
  /** The blocks by name, those of the template that inherits the most first. */
  readonly blocks: Map<string, Block[]>;
  autoescape: boolean;

  constructor(environment: Environment, state: State, parent: Variables, template: CompiledTemplate) {
    this.environment = environment;
    this.state = state;
    this.parent = parent;
    this.autoescape = environment.autoescape;
    this.blocks = new Map(
      Object.entries(template.blocks).map(([name, render]) => [name, [{ template, render }]]),
    );
  }

  get profile(): Profile {
    return this.environment.profile;
  }

  get newlineSequence(): string {
    return this.environment.syntax.newlineSequence;
  }

  get policies(): ReadonlyMap<string, Value> {
    return this.environment.policies;
  }

  // Names

  lookup(name: string): Value | undefined {
    // None is a value: only undefined says that there is none.
    const own = this.#own.get(name);
    if (own !== undefined) return own;
    const given = this.parent.get(name);
    return given === undefined ? this.environment.global(name) : given;
  }

  resolve(name: string): Value {
    const value = this.lookup(name);
    return value === undefined ? this.missing(name) : value;
  }

  given(name: string): Value | undefined {
    const { given } = this.state;
    return (given.afresh?.() ?? given).get(name);
  }

  /** All that this context knows, for a template that is included. */
  get everything(): Variables {
    return layered(variablesOf(this.#own), this.parent);
  }

  publish(name: string, value: Value): void {
    this.#own.set(name, value);
    if (!name.startsWith('_')) this.#exported.add(name);
  }

  /** What is imported is not exported again. */
  hide(name: string): void {
    this.#exported.delete(name);
  }

  *names(): Iterable<string> {
    yield* this.#own.keys();
    yield* this.parent.names();
    yield* this.environment.globalNames();
  }

  get exports(): Map<string, Value> {
    return new Map([...this.#own].filter(([name]) => this.#exported.has(name)));
  }

  /** A context that sees the variables of a loop. */
  derive(locals: Readonly<Record<string, Value | undefined>>): Context {
    const derived = new Context(
      this.environment,
      this.state,
      layered(localVariables(locals), this.everything),
      {
        ...this.state.template,
        blocks: {},
      },
    );
    for (const [name, blocks] of this.blocks) derived.blocks.set(name, blocks);
    derived.autoescape = this.autoescape;
    return derived;
  }

  // What is not there

  undefined(message: string, missing?: Missing): Undefined {
    return new Undefined(this.environment.strictness, message, missing);
  }

  missing(name: string): Undefined {
    return this.undefined(`'${name}' is undefined`, { name, known: () => this.names() });
  }

  withoutElse(line: number): Undefined {
    const message = `the inline if-expression on line ${line} evaluated to false and no else section was defined.`;
    // Also where undefined names are strict.
    return new Undefined('lenient', message);
  }

  // What templates call

  filter(name: string): PythonFunction {
    return this.environment.filter(name);
  }

  test(name: string): PythonFunction {
    return this.environment.test(name);
  }

  invoke(callee: Value, args: readonly Value[], named?: Named): Value {
    return invoke(this, callee, args, named);
  }

  attribute(object: Value, name: string): Value {
    return attributeOf(this, object, name);
  }

  item(object: Value, key: Value): Value {
    return itemOf(this, object, key);
  }

  attempt(run: () => Value): Value {
    const { state } = this;
    const { at, template, capturing: captures } = state;
    const depth = state.path.length;
    try {
      return run();
    } catch (error) {
      if (!(error instanceof PythonError) || ALWAYS_RAISED.includes(error.type)) throw error;
      const failed = Undefined.of(error.from(placeOf(state)));
      state.at = at;
      state.template = template;
      state.capturing = captures;
      state.path.length = depth;
      return failed;
    }
  }

  now(): number {
    return this.environment.now();
  }

  random(): number {
    return this.environment.random();
  }

  // Text

  escaped(value: Value): string {
    return this.autoescape ? escaped(value) : str(value);
  }

  /** What a macro or a block has written is safe: what it printed was escaped. */
  safe(text: string): Value {
    return this.autoescape ? new Markup(text) : text;
  }

  // Blocks

  self(): Value {
    return selfReference(this);
  }

  super(name: string, current: Block): Value {
    const blocks = this.blocks.get(name) ?? [];
    const next = blocks.indexOf(current) + 1;
    if (next < blocks.length) return blockReference(this, name, next);
    return this.undefined(`there is no parent block called '${name}'.`);
  }

  showBlock(name: string, index = 0): Buffer {
    const block = this.blocks.get(name)?.[index];
    if (!block) throw new PythonError('TemplateRuntimeError', `there is no block called '${name}'`);
    return within(this.state, block.template, () => block.render(this, block));
  }

  requireBlock(name: string): void {
    if ((this.blocks.get(name)?.length ?? 0) > 1) return;
    throw new PythonError('TemplateRuntimeError', `Required block '${name}' not found`);
  }

  // Other templates

  inherit(given: Value): CompiledTemplate {
    const parent = findTemplate(this.environment, given);
    for (const [name, render] of Object.entries(parent.blocks)) {
      const block = { template: parent, render };
      const known = this.blocks.get(name);
      if (known) known.push(block);
      else this.blocks.set(name, [block]);
    }
    return parent;
  }

  showParent(before: Buffer, parent: CompiledTemplate): Buffer {
    const shown = within(this.state, parent, () => parent.root(this));
    return this.environment.join(before, shown);
  }

  include(
    given: Value,
    settings: {
      readonly ignoreMissing: boolean;
      readonly locals: Readonly<Record<string, Value | undefined>> | null;
    },
  ): Buffer {
    const template = findTemplate(this.environment, given, settings.ignoreMissing);
    if (!template) return this.environment.empty;
    const shown = (): Buffer =>
      within(this.state, template, () => template.root(this.#contextOf(template, settings.locals)));
    // What sees nothing of here is rendered as what is imported: as a whole.
    if (settings.locals) return shown();
    const whole = capturing(this.state, shown);
    return this.state.capturing === 0 ? checked(whole) : whole;
  }

  importModule(given: Value, locals: Readonly<Record<string, Value | undefined>> | null): TemplateModule {
    const template = findTemplate(this.environment, given);
    const context = this.#contextOf(template, locals);
    const printed = capturing(this.state, () => within(this.state, template, () => template.root(context)));
    return new TemplateModule(template.name, context.exports, printed, this.environment.autoescape);
  }

  imported(module: TemplateModule, name: string, line: number): Value {
    const where = `imported on line ${line} in '${this.state.template.name}'`;
    const found = module.attribute(name);
    if (found !== undefined) return found;
    return this.undefined(
      `the template '${module.name}' (${where}) does not export the requested name '${name}'`,
      { name, known: () => module.names() },
    );
  }

  /** @param locals - null: it sees the environment's globals only. */
  #contextOf(
    template: CompiledTemplate,
    locals: Readonly<Record<string, Value | undefined>> | null,
  ): Context {
    const variables = locals ? layered(localVariables(locals), this.everything) : NO_VARIABLES;
    return new Context(this.environment, this.state, variables, template);
  }
}
