// Every place of the variables that holds a text, by the schema.

import schema from '../../packages/schema/haproxy.schema.json' with { type: 'json' };

/** Where a text stands: names of fields, and 0 for the first item of a list. */
export interface StringField {
  path: (string | number)[];
  enum?: string[];
  pattern?: string;
  format?: string;
}

interface Schema extends Omit<StringField, 'path'> {
  $ref?: string;
  type?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
}

const definitions: Record<string, Schema> = schema.$defs;

/** All texts but those that are configuration themselves (`haproxy_*_extra`). */
export function stringFields(): StringField[] {
  return fieldsIn(schema as Schema, []).filter(({ path: [name] }) => !/_extra$/.test(String(name)));
}

function fieldsIn(given: Schema, path: (string | number)[]): StringField[] {
  const { type, items, properties = {}, ...constraints } = { ...definitionOf(given), ...given };
  if (type === 'string') return [{ ...constraints, path }];
  if (items) return fieldsIn(items, [...path, 0]);
  return Object.entries(properties).flatMap(([name, field]) => fieldsIn(field, [...path, name]));
}

function definitionOf({ $ref = '' }: Schema): Schema {
  return definitions[$ref.replace('#/$defs/', '')] ?? {};
}
