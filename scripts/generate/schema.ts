// The schema as the generators see it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Output {
  /** From the repository's root. */
  path: string;
  text: string;
}

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export interface Node {
  title?: string;
  description?: string;
  type?: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';
  format?: string;
  enum?: string[];
  default?: Json;
  examples?: Json[];
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  maxLength?: number;
  items?: Node;
  required?: string[];
  properties?: Record<string, Node>;
  $ref?: string;
  $defs?: Record<string, Node>;
  'x-unit'?: string;
  'x-hint'?: string;
  /** What to do where a value stands that is no choice here, by that value. */
  'x-instead'?: Record<string, string>;
  /** What others call it, in lower case. */
  'x-synonyms'?: string[];
}

export const schemaPath = 'packages/schema/haproxy.schema.json';

/** The line that every generated file carries. */
export const origin = `Generated from ${schemaPath} by \`npm run generate\`: change the schema, not this file.`;

export function readSchemaText(root: string): string {
  return readFileSync(join(root, schemaPath), 'utf8');
}

export function readSchema(root: string): Node {
  return JSON.parse(readSchemaText(root));
}

/** A node with what its $ref points at beneath it: its own words win. */
export function resolve(schema: Node, node: Node): Node {
  if (node.$ref === undefined) return node;
  const { $ref, ...own } = node;
  const target = schema.$defs?.[$ref.replace('#/$defs/', '')];
  if (target === undefined) throw new Error(`${schemaPath} has no ${$ref}`);
  return { ...resolve(schema, target), ...own };
}

export function properties(schema: Node, node: Node): [name: string, property: Node][] {
  return Object.entries(node.properties ?? {}).map(([name, property]) => [name, resolve(schema, property)]);
}

/** The defaults of the fields of a definition that have one. */
export function fieldDefaults(schema: Node, definition: string): Json {
  const fields = properties(schema, resolve(schema, { $ref: `#/$defs/${definition}` }));
  return Object.fromEntries(
    fields.flatMap(([name, { default: value }]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** The object that each item of a list is, if it is one. */
export function itemOf(schema: Node, node: Node): Node | undefined {
  const item = node.items && resolve(schema, node.items);
  return item?.type === 'object' ? item : undefined;
}
