// Generated from packages/schema/haproxy.schema.json by `npm run generate`: change the schema, not this file.

/** An error as ajv reports it with `verbose`. */
export interface SchemaError {
  instancePath: string;
  keyword: string;
  params: Record<string, unknown>;
  parentSchema: Record<string, unknown>;
}

export interface Validate {
  (variables: unknown): boolean;
  errors: SchemaError[] | null;
}

export declare const validate: Validate;
