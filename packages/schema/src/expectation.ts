// What the schema wants at a place, as advice.

import { nearest } from './nearest.ts';
import { isMapping, printed } from './printed.ts';

/** The parts of a property's schema that messages are made of. */
export interface PropertySchema {
  type?: string;
  enum?: string[];
  format?: string;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  properties?: Record<string, PropertySchema>;
  examples?: unknown[];
  'x-hint'?: string;
  'x-instead'?: Record<string, string>;
  'x-synonyms'?: string[];
}

const formats: Record<string, string> = {
  'ip-address': 'write an IPv4 or IPv6 address, such as 192.0.2.10 or 2001:db8::10',
  'ip-range': 'write an IP address or a range, such as 192.0.2.0/24 or 2001:db8::/32',
  'server-address': 'write an IP address or a host name, such as 192.0.2.11 or worker-1.example.com',
  'sni-host': 'write a DNS name, such as shop.example.org, or *.shop.example.org for every name below it',
  'haproxy-duration': 'HAProxy counts up to 2147483647 ms: use less than 25 days',
};

/** What fits where a text has the wrong form. */
export function expectation(schema: PropertySchema, keyword: string): string {
  if (keyword === 'format') return formats[schema.format ?? ''] ?? `write a ${schema.format}`;
  return schema['x-hint'] ?? formats[schema.format ?? ''] ?? 'see the reference of the variables';
}

/** What fits where a number is too small, too large, or none. */
export function rangeHint({ minimum, maximum }: PropertySchema): string {
  if (minimum === undefined || maximum === undefined) return 'use a whole number';
  return `use a whole number from ${minimum} to ${maximum}`;
}

/** What fits where a value is none of the choices. */
export function choiceHint(
  { enum: choices = [], 'x-instead': instead = {} }: PropertySchema,
  value: unknown,
): string {
  const text = typeof value === 'string' ? value : '';
  if (Object.hasOwn(instead, text)) return instead[text] ?? '';
  const near = nearest(text, choices);
  if (near) return `did you mean ${near}?`;
  return choices.length === 1
    ? `write ${choices[0]}, or leave the line out`
    : `use one of ${choices.join(', ')}`;
}

/** What fits where a value is of another type. */
export function typeHint(schema: PropertySchema, value: unknown, name: string): string {
  switch (schema.type) {
    case 'integer':
      return isNumeral(value) ? `write it without quotes: ${name}: ${value}` : rangeHint(schema);
    case 'boolean':
      return isTruth(value) ? `write it without quotes: ${name}: ${value}` : 'write true or false';
    case 'string':
      return textHint(schema, value, name);
    case 'array':
      return listHint(schema, value, name);
    default:
      return `write a mapping with ${Object.keys(schema.properties ?? {}).join(', ')}`;
  }
}

function listHint({ minItems = 0 }: PropertySchema, value: unknown, name: string): string {
  if (isMapping(value)) return 'write a list: put "- " before its first key';
  if (minItems === 0) return 'write a list, or [] for an empty one';
  return typeof value === 'string'
    ? `write a list: ${name}: [${printed(value)}]`
    : 'write a list with an entry or more';
}

/** The text that is to stand there instead: what has quotes that it must not have. */
export function unquoted({ type }: PropertySchema, value: unknown): string | undefined {
  const fits = (type === 'integer' && isNumeral(value)) || (type === 'boolean' && isTruth(value));
  return fits ? String(value) : undefined;
}

const isNumeral = (value: unknown): boolean => typeof value === 'string' && /^(0|[1-9][0-9]*)$/.test(value);
const isTruth = (value: unknown): boolean =>
  typeof value === 'string' && /^(yes|no|on|off|true|false)$/i.test(value);

function textHint(schema: PropertySchema, value: unknown, name: string): string {
  const hasForm = schema['x-hint'] !== undefined && schema.format !== undefined;
  if (hasForm || value === null || Array.isArray(value) || isMapping(value)) return form(schema);
  return `put it in quotes: ${name}: ${printed(String(value))}`;
}

function form(schema: PropertySchema): string {
  const example = schema.examples?.[0];
  return (
    schema['x-hint'] ??
    formats[schema.format ?? ''] ??
    (example === undefined ? 'write a text' : `write a text, such as ${example}`)
  );
}
