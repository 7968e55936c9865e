import { Dict } from '../values/dict.ts';
import { typeError } from '../values/errors.ts';
import { Instance } from '../values/instance.ts';
import { Tuple } from '../values/tuple.ts';
import type { Named, Value } from '../values/value.ts';
import type { Call } from './call.ts';
import type { CompiledTemplate } from './compiled-template.ts';
import type { Context } from './context.ts';
import { within } from './state.ts';

/** The arguments that a macro takes beside its parameters, because its body uses them. */
export interface Accepts {
  readonly caller: boolean;
  readonly kwargs: boolean;
  readonly varargs: boolean;
}

type Body = (...args: (Value | undefined)[]) => Value;

/** A macro, or the body of a call block, which has no name. */
export class Macro extends Instance {
  readonly typeName = 'Macro';
  readonly #context: Context;
  readonly #template: CompiledTemplate;
  readonly #name: string | null;
  readonly #parameters: readonly string[];
  readonly #accepts: Accepts;
  readonly #body: Body;

  constructor(
    context: Context,
    name: string | null,
    parameters: readonly string[],
    accepts: Accepts,
    body: Body,
  ) {
    super();
    this.#context = context;
    this.#template = context.state.template;
    this.#name = name;
    this.#parameters = parameters;
    this.#accepts = accepts;
    this.#body = body;
  }

  override readonly call = (_call: Call, args: readonly Value[], named?: Named): Value => {
    const { state } = this.#context;
    const values = this.#arguments(args, new Map(named));
    const { at } = state;
    const result = within(state, this.#template, () => this.#body(...values));
    state.at = at;
    return result;
  };

  /** Positional arguments first, then the named ones; undefined for what was not given. */
  #arguments(args: readonly Value[], named: Map<string, Value>): (Value | undefined)[] {
    const values: (Value | undefined)[] = this.#parameters.map((name, index) => {
      if (index < args.length) return args[index];
      const value = named.get(name);
      named.delete(name);
      return value;
    });
    const { caller, kwargs, varargs } = this.#accepts;
    const takesCaller = this.#parameters.includes('caller');
    if (caller && !takesCaller) {
      const given = named.get('caller');
      named.delete('caller');
      values.push(given ?? this.#context.undefined('No caller defined'));
    }
    if (kwargs && !this.#parameters.includes('kwargs')) values.push(Dict.of(named));
    else if (named.size > 0 && !kwargs) this.#refuse(named);
    if (varargs && !this.#parameters.includes('varargs')) {
      values.push(new Tuple(args.slice(this.#parameters.length)));
    } else if (args.length > this.#parameters.length) {
      throw typeError(`macro ${this.#shown} takes not more than ${this.#parameters.length} argument(s)`);
    }
    return values;
  }

  #refuse(named: ReadonlyMap<string, Value>): never {
    if (named.has('caller')) {
      throw typeError(
        `macro ${this.#shown} was invoked with two values for the special caller argument. This is most likely a bug.`,
      );
    }
    const [first] = named.keys();
    throw typeError(`macro ${this.#shown} takes no keyword argument '${first}'`);
  }

  get #shown(): string {
    return this.#name === null ? 'None' : `'${this.#name}'`;
  }

  override attribute(name: string): Value | undefined {
    switch (name) {
      case 'name':
        return this.#name;
      case 'arguments':
        return new Tuple(this.#parameters);
      case 'caller':
        return this.#accepts.caller;
      case 'catch_kwargs':
        return this.#accepts.kwargs;
      case 'catch_varargs':
        return this.#accepts.varargs;
      default:
        return undefined;
    }
  }

  override repr(): string {
    return `<Macro ${this.#name === null ? 'anonymous' : `'${this.#name}'`}>`;
  }
}
