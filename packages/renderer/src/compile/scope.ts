// Where a name lives. The rules are Jinja2's (BSD-3-Clause, © 2007 Pallets), whose scopes are not JavaScript's: a scope
// has one variable for a name, which starts as what the name is outside, and which `set` changes for the rest of it.

/** What a variable of a scope holds when the scope is entered. */
export type Start =
  /** What the loop, the macro or the `with` gives it. */
  | { readonly kind: 'parameter' }
  /** What the context has under the name. */
  | { readonly kind: 'resolve'; readonly name: string }
  /** What the variable of an outer scope holds. */
  | { readonly kind: 'alias'; readonly variable: string }
  | { readonly kind: 'missing' };

/** The variables of a piece of template: of the whole of it, of a loop's body, of a macro, a block, a `with`. */
export class Scope {
  readonly parent: Scope | undefined;
  readonly level: number;
  /** The variable of each name that this scope uses or sets. */
  readonly variables: Map<string, string>;
  readonly starts: Map<string, Start>;
  /** The names that it sets. */
  readonly stores: Set<string>;

  constructor(parent?: Scope, level: number = parent ? parent.level + 1 : 0) {
    this.parent = parent;
    this.level = level;
    this.variables = new Map();
    this.starts = new Map();
    this.stores = new Set();
  }

  /** The variable of a name, here or outside. */
  find(name: string): string | undefined {
    return this.variables.get(name) ?? this.parent?.find(name);
  }

  startOf(variable: string): Start | undefined {
    return this.starts.get(variable) ?? this.parent?.startOf(variable);
  }

  load(name: string): void {
    if (this.find(name) === undefined) this.#define(name, { kind: 'resolve', name });
  }

  parameter(name: string): string {
    this.stores.add(name);
    return this.#define(name, { kind: 'parameter' });
  }

  store(name: string): void {
    this.stores.add(name);
    if (this.variables.has(name)) return;
    const outer = this.parent?.find(name);
    this.#define(name, outer === undefined ? { kind: 'missing' } : { kind: 'alias', variable: outer });
  }

  /** A scope of a branch: its variables are this scope's, and known here once {@link merge} has them. */
  branch(): Scope {
    const branch = new Scope(this.parent, this.level);
    for (const [name, variable] of this.variables) branch.variables.set(name, variable);
    for (const [variable, start] of this.starts) branch.starts.set(variable, start);
    for (const name of this.stores) branch.stores.add(name);
    return branch;
  }

  /** Takes over what branches define, of which one runs. What they set starts as it is outside. */
  merge(branches: readonly Scope[]): void {
    const known = new Set(this.stores);
    for (const branch of branches) {
      for (const [name, variable] of branch.variables) this.variables.set(name, variable);
      for (const [variable, start] of branch.starts) this.starts.set(variable, start);
      for (const name of branch.stores) this.stores.add(name);
    }
    for (const name of this.stores) {
      const variable = this.variables.get(name);
      if (known.has(name) || variable === undefined) continue;
      const outer = this.parent?.find(name);
      this.starts.set(
        variable,
        outer === undefined ? { kind: 'resolve', name } : { kind: 'alias', variable: outer },
      );
    }
  }

  /** The names that are set here and outside, with their variables. */
  stored(): Map<string, string> {
    const found = this.parent?.stored() ?? new Map<string, string>();
    for (const name of this.stores) found.set(name, this.variables.get(name) ?? '');
    return found;
  }

  #define(name: string, start: Start): string {
    // A name of Python may have letters that one of JavaScript may not.
    const word = /^\w+$/.test(name) ? name : Buffer.from(name).toString('hex');
    const variable = `l_${this.level}_${word}`;
    this.variables.set(name, variable);
    this.starts.set(variable, start);
    return variable;
  }
}
