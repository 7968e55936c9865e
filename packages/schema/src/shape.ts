// What the schema says is wrong, in the operator's words. One cause, one finding.

import type { Finding, Path } from './diagnostic.ts';
import {
  choiceHint,
  expectation,
  type PropertySchema,
  rangeHint,
  typeHint,
  unquoted,
} from './expectation.ts';
import { type SchemaError, validate } from './generated/validate.js';
import { meant } from './nearest.ts';
import { formatPath, fromPointer, isWithin, valueAt } from './path.ts';
import { described } from './printed.ts';

// Where one value breaks several keywords, the first of these tells the cause.
const order = [
  'enum',
  'type',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'maxLength',
  'pattern',
  'not',
  'format',
  'uniqueItems',
];

/**
 * Checks a copy of the variables against the schema.
 * `original` has the values as they were read, for the messages.
 */
export function checkShape(copy: unknown, original: unknown, holes: readonly Path[]): Finding[] {
  if (validate(copy)) return [];
  return causes(validate.errors ?? [])
    .map((error) => ({ error, path: fromPointer(error.instancePath, copy) }))
    .filter(({ path }) => !holes.some((hole) => isWithin(path, hole)))
    .map(({ error, path }) => finding(error, path, valueAt(original, path)));
}

/** Every unknown key, every missing one that none of those is meant to be, and of each value the error that tells the most. */
function causes(errors: SchemaError[]): SchemaError[] {
  const members: SchemaError[] = [];
  const misspelt = new Set(
    errors.filter(isUnknownKey).map((error) => `${error.instancePath}/${meantKey(error)}`),
  );
  const values = new Map<string, SchemaError>();
  for (const error of errors) {
    const known = values.get(error.instancePath);
    const isMissing = error.keyword === 'required';
    if (isMissing && misspelt.has(`${error.instancePath}/${error.params.missingProperty}`)) continue;
    if (isMissing || isUnknownKey(error)) members.push(error);
    else if (!known || rank(error) < rank(known)) values.set(error.instancePath, error);
  }
  return [...members, ...values.values()];
}

const isUnknownKey = ({ keyword }: SchemaError): boolean => keyword === 'additionalProperties';

/** The key that an unknown one is meant to be. */
function meantKey({ params, parentSchema }: SchemaError): string | undefined {
  const { properties = {} } = parentSchema as PropertySchema; // ajv hands on what the schema file holds.
  const key = String(params.additionalProperty);
  return meant(key, Object.keys(properties), (known) => properties[known]?.['x-synonyms'] ?? []);
}

const rank = ({ keyword }: SchemaError): number => order.indexOf(keyword);

function finding(error: SchemaError, path: Path, value: unknown): Finding {
  const where = formatPath(path);
  const schema = error.parentSchema as PropertySchema; // ajv hands on what the schema file holds.
  if (error.keyword === 'required')
    return missingKey(where, path, String(error.params.missingProperty), schema);
  if (isUnknownKey(error)) return unknownKey(error, path, Object.keys(schema.properties ?? {}));
  if (error.keyword === 'uniqueItems')
    return duplicateItem(path, [Number(error.params.i), Number(error.params.j)]);
  const is = `${where} is ${described(value, path)}`;
  const name = path.findLast((part) => typeof part === 'string') ?? '';
  return { path, ...judgement(error, schema, is, value, String(name)) };
}

function judgement(
  { keyword, params }: SchemaError,
  schema: PropertySchema,
  is: string,
  value: unknown,
  name: string,
): Omit<Finding, 'path'> {
  switch (keyword) {
    case 'enum':
      return { code: 'not-a-choice', message: is, hint: choiceHint(schema, value) };
    case 'type':
      if (typeof value === 'bigint') return { code: 'out-of-range', message: is, hint: rangeHint(schema) };
      return {
        code: 'wrong-type',
        message: is,
        hint: typeHint(schema, value, name),
        ...instead(unquoted(schema, value)),
      };
    case 'minimum':
    case 'maximum':
      return { code: 'out-of-range', message: is, hint: rangeHint(schema) };
    case 'minItems':
      return { code: 'empty-list', message: is, hint: 'give it at least one entry' };
    case 'maxItems':
      return {
        code: 'too-many-items',
        message: `${is} with ${lengthOf(value)} entries`,
        hint: `use at most ${params.limit}`,
      };
    case 'maxLength':
      return {
        code: 'too-long',
        message: `${is}: ${String(value).length} characters`,
        hint: `use at most ${params.limit}`,
      };
    default:
      return { code: 'bad-format', message: is, hint: expectation(schema, keyword) };
  }
}

const instead = (replacement: string | undefined): { replacement?: string } =>
  replacement === undefined ? {} : { replacement };

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

function missingKey(where: string, path: Path, key: string, schema: PropertySchema): Finding {
  const example = schema.properties?.[key]?.examples?.[0];
  const line = example === undefined ? key : `${key}: ${example}`;
  return { code: 'missing-key', message: `${where} has no ${key}`, path, hint: `add it, such as ${line}` };
}

function duplicateItem(list: Path, both: readonly number[]): Finding {
  const earlier = Math.min(...both);
  const later = Math.max(...both);
  return {
    code: 'duplicate-item',
    message: `${formatPath([...list, later])} is the same as ${formatPath([...list, earlier])}`,
    path: [...list, later],
    related: { message: 'the first one', path: [...list, earlier] },
    hint: 'take one of the two out',
  };
}

function unknownKey(error: SchemaError, path: Path, known: string[]): Finding {
  const key = String(error.params.additionalProperty);
  const near = meantKey(error);
  return {
    code: 'unknown-key',
    message: `${formatPath([...path, key])} is no field that the role knows`,
    path: [...path, key],
    part: 'key',
    hint: near ? `did you mean ${near}?` : `take it out, or use one of ${known.join(', ')}`,
    ...instead(near),
  };
}
