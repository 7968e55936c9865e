// The syntax tree of a Jinja2 template. Every node knows where it is: `at` is an offset into the source. It is where the
// node begins; of what comes after its operand (an attribute, an item, a call, a filter, a test) it is where that begins.

export interface Template {
  readonly kind: 'template';
  readonly at: number;
  readonly body: readonly Statement[];
}

export type Statement =
  | Output
  | For
  | If
  | Set
  | SetBlock
  | With
  | Macro
  | CallBlock
  | FilterBlock
  | Block
  | Extends
  | Include
  | Import
  | FromImport
  | Autoescape
  | Do
  | Break
  | Continue;

/** Text and printed expressions in a row. */
export interface Output {
  readonly kind: 'output';
  readonly at: number;
  readonly parts: readonly (Text | Expression)[];
}

/** Text of the template itself. It is safe where autoescape is on. */
export interface Text {
  readonly kind: 'text';
  readonly at: number;
  readonly text: string;
}

export interface For {
  readonly kind: 'for';
  readonly at: number;
  readonly target: Target;
  readonly iterable: Expression;
  /** `for … in … if test` */
  readonly test?: Expression;
  readonly recursive: boolean;
  readonly body: readonly Statement[];
  readonly otherwise: readonly Statement[];
}

export interface If {
  readonly kind: 'if';
  readonly at: number;
  /** `if` and each `elif`. */
  readonly branches: readonly {
    readonly at: number;
    readonly test: Expression;
    readonly body: readonly Statement[];
  }[];
  readonly otherwise: readonly Statement[];
}

/** `set a, ns.b = value` */
export interface Set {
  readonly kind: 'set';
  readonly at: number;
  readonly target: Target;
  readonly value: Expression;
}

/** `set a | filter` … `endset` */
export interface SetBlock {
  readonly kind: 'set-block';
  readonly at: number;
  readonly target: Target;
  readonly filters: readonly FilterStep[];
  readonly body: readonly Statement[];
}

export interface With {
  readonly kind: 'with';
  readonly at: number;
  readonly assignments: readonly { readonly target: Target; readonly value: Expression }[];
  readonly body: readonly Statement[];
}

export interface Parameter {
  readonly name: string;
  readonly at: number;
  readonly fallback?: Expression;
}

export interface Macro {
  readonly kind: 'macro';
  readonly at: number;
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: readonly Statement[];
}

/** `call(parameters) callee(…)` … `endcall` */
export interface CallBlock {
  readonly kind: 'call-block';
  readonly at: number;
  readonly parameters: readonly Parameter[];
  readonly call: Call;
  readonly body: readonly Statement[];
}

/** `filter upper | trim` … `endfilter` */
export interface FilterBlock {
  readonly kind: 'filter-block';
  readonly at: number;
  readonly filters: readonly FilterStep[];
  readonly body: readonly Statement[];
}

export interface Block {
  readonly kind: 'block';
  readonly at: number;
  readonly name: string;
  readonly scoped: boolean;
  readonly required: boolean;
  readonly body: readonly Statement[];
}

export interface Extends {
  readonly kind: 'extends';
  readonly at: number;
  readonly template: Expression;
}

export interface Include {
  readonly kind: 'include';
  readonly at: number;
  readonly template: Expression;
  readonly ignoreMissing: boolean;
  readonly withContext: boolean;
}

/** `import template as name` */
export interface Import {
  readonly kind: 'import';
  readonly at: number;
  readonly template: Expression;
  readonly target: string;
  readonly withContext: boolean;
}

export interface FromImport {
  readonly kind: 'from-import';
  readonly at: number;
  readonly template: Expression;
  readonly names: readonly { readonly name: string; readonly alias: string }[];
  readonly withContext: boolean;
}

export interface Autoescape {
  readonly kind: 'autoescape';
  readonly at: number;
  readonly value: Expression;
  readonly body: readonly Statement[];
}

export interface Do {
  readonly kind: 'do';
  readonly at: number;
  readonly value: Expression;
}

export interface Break {
  readonly kind: 'break';
  readonly at: number;
}

export interface Continue {
  readonly kind: 'continue';
  readonly at: number;
}

/** What can be assigned to. */
export type Target =
  | { readonly kind: 'name'; readonly at: number; readonly name: string }
  /** `set namespace.attribute = …` */
  | { readonly kind: 'namespace'; readonly at: number; readonly name: string; readonly attribute: string }
  | { readonly kind: 'tuple'; readonly at: number; readonly items: readonly Target[] };

export type Expression =
  | Constant
  | Name
  | TupleNode
  | List
  | DictNode
  | Unary
  | Binary
  | Compare
  | Concat
  | Condition
  | Filter
  | Test
  | Attribute
  | Item
  | Slice
  | Call;

/** `None`, a boolean, a text, an integer (bigint past 2^53) or a float. */
export interface Constant {
  readonly kind: 'constant';
  readonly at: number;
  readonly value:
    | { readonly type: 'none' }
    | { readonly type: 'boolean'; readonly value: boolean }
    | { readonly type: 'string'; readonly value: string }
    | { readonly type: 'integer'; readonly value: number | bigint }
    | { readonly type: 'float'; readonly value: number };
}

export interface Name {
  readonly kind: 'name';
  readonly at: number;
  readonly name: string;
}

export interface TupleNode {
  readonly kind: 'tuple';
  readonly at: number;
  readonly items: readonly Expression[];
}

export interface List {
  readonly kind: 'list';
  readonly at: number;
  readonly items: readonly Expression[];
}

export interface DictNode {
  readonly kind: 'dict';
  readonly at: number;
  readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
}

export interface Unary {
  readonly kind: 'unary';
  readonly at: number;
  readonly operator: 'not' | '+' | '-';
  readonly operand: Expression;
}

export interface Binary {
  readonly kind: 'binary';
  readonly at: number;
  readonly operator: 'and' | 'or' | '+' | '-' | '*' | '/' | '//' | '%' | '**';
  readonly left: Expression;
  readonly right: Expression;
}

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in';

/** `a < b <= c` */
export interface Compare {
  readonly kind: 'compare';
  readonly at: number;
  readonly first: Expression;
  readonly rest: readonly { readonly operator: Comparison; readonly operand: Expression }[];
}

/** `a ~ b ~ c` */
export interface Concat {
  readonly kind: 'concat';
  readonly at: number;
  readonly parts: readonly Expression[];
}

/** `value if test else otherwise` */
export interface Condition {
  readonly kind: 'condition';
  readonly at: number;
  readonly test: Expression;
  readonly value: Expression;
  readonly otherwise?: Expression;
}

export interface Arguments {
  readonly positional: readonly Expression[];
  readonly named: readonly { readonly name: string; readonly value: Expression }[];
  /** `*values` */
  readonly spread?: Expression;
  /** `**values` */
  readonly spreadNamed?: Expression;
}

/** A filter without what it is applied to. The name may have dots: `ansible.utils.ipaddr`. */
export interface FilterStep {
  readonly at: number;
  readonly name: string;
  readonly arguments: Arguments;
}

export interface Filter extends FilterStep {
  readonly kind: 'filter';
  readonly operand: Expression;
}

/** `operand is name(arguments)`; `is not` is a {@link Unary} around it. */
export interface Test {
  readonly kind: 'test';
  readonly at: number;
  readonly name: string;
  readonly arguments: Arguments;
  readonly operand: Expression;
}

/** `object.name`: an attribute first, then an item. */
export interface Attribute {
  readonly kind: 'attribute';
  readonly at: number;
  readonly object: Expression;
  readonly name: string;
}

/** `object[key]`: an item first, then an attribute. `object.0` is one, too. */
export interface Item {
  readonly kind: 'item';
  readonly at: number;
  readonly object: Expression;
  readonly key: Expression;
}

/** `start:stop:step`, only as the key of an {@link Item}. */
export interface Slice {
  readonly kind: 'slice';
  readonly at: number;
  readonly start?: Expression;
  readonly stop?: Expression;
  readonly step?: Expression;
}

export interface Call {
  readonly kind: 'call';
  readonly at: number;
  readonly callee: Expression;
  readonly arguments: Arguments;
}
