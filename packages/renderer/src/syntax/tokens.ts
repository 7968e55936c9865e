export const OPERATORS = [
  '//',
  '**',
  '==',
  '!=',
  '>=',
  '<=',
  '+',
  '-',
  '/',
  '*',
  '%',
  '~',
  '[',
  ']',
  '(',
  ')',
  '{',
  '}',
  '>',
  '<',
  '=',
  '.',
  ':',
  '|',
  ',',
  ';',
] as const;

export type Operator = (typeof OPERATORS)[number];

export type TokenType =
  | Operator
  | 'data'
  | 'name'
  | 'string'
  | 'integer'
  | 'float'
  | 'block_begin'
  | 'block_end'
  | 'variable_begin'
  | 'variable_end'
  | 'eof';

export interface Token {
  readonly type: TokenType;
  /** As it is written; of a string what it stands for. */
  readonly text: string;
  /** Offset into the template as it was given. */
  readonly at: number;
}

const DESCRIPTIONS: Partial<Record<TokenType, string>> = {
  data: 'template data / text',
  block_begin: 'begin of statement block',
  block_end: 'end of statement block',
  variable_begin: 'begin of print statement',
  variable_end: 'end of print statement',
  eof: 'end of template',
};

/** A type of token in the words of Jinja2's messages. */
export const describeType = (type: TokenType): string => DESCRIPTIONS[type] ?? type;

/** A token in the words of Jinja2's messages. */
export const describe = ({ type, text }: Token): string => (type === 'name' ? text : describeType(type));
