import { PythonError } from '../values/errors.ts';
import { Instance } from '../values/instance.ts';
import type { Value } from '../values/value.ts';
import type { Context } from './context.ts';
import { uncaptured } from './state.ts';

/** `self`: the blocks of a template, to be called by their names. */
export function selfReference(context: Context): Value {
  return new SelfReference(context);
}

/** `super` or `self.name`: a block, to be called. */
export function blockReference(context: Context, name: string, index: number): Value {
  return new BlockReference(context, name, index);
}

class SelfReference extends Instance {
  readonly typeName = 'TemplateReference';
  readonly #context: Context;

  constructor(context: Context) {
    super();
    this.#context = context;
  }

  override item(key: Value): Value | undefined {
    const isBlock = typeof key === 'string' && this.#context.blocks.has(key);
    return isBlock ? blockReference(this.#context, key, 0) : undefined;
  }

  override repr(): string {
    return '<TemplateReference None>';
  }
}

class BlockReference extends Instance {
  readonly typeName = 'BlockReference';
  readonly #context: Context;
  readonly #name: string;
  readonly #index: number;

  constructor(context: Context, name: string, index: number) {
    super();
    this.#context = context;
    this.#name = name;
    this.#index = index;
  }

  override attribute(name: string): Value | undefined {
    if (name !== 'super') return undefined;
    const next = this.#index + 1;
    if (next < (this.#context.blocks.get(this.#name)?.length ?? 0)) {
      return blockReference(this.#context, this.#name, next);
    }
    return this.#context.undefined(`there is no parent block called '${this.#name}'.`);
  }

  override readonly call = (): Value => {
    if (this.#context.blocks.get(this.#name) === undefined) {
      throw new PythonError('TemplateRuntimeError', `there is no block called '${this.#name}'`);
    }
    const context = this.#context;
    const printed = uncaptured(context.state, () => context.showBlock(this.#name, this.#index));
    return context.environment.captured(printed, context);
  };
}
