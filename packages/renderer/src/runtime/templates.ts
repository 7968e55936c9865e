import { PythonError, typeError } from '../values/errors.ts';
import { listOf } from '../values/iterate.ts';
import { Tuple } from '../values/tuple.ts';
import { typeName } from '../values/type-name.ts';
import { Undefined } from '../values/undefined.ts';
import type { Value } from '../values/value.ts';
import type { CompiledTemplate } from './compiled-template.ts';
import type { Environment } from './environment.ts';

/**
 * Finds the template that a tag names, or the first that there is of a list.
 *
 * @returns undefined only where a missing template is ignored.
 * @throws PythonError TemplateNotFound
 */
export function findTemplate(environment: Environment, given: Value): CompiledTemplate;
export function findTemplate(
  environment: Environment,
  given: Value,
  ignoreMissing: boolean,
): CompiledTemplate | undefined;
export function findTemplate(
  environment: Environment,
  given: Value,
  ignoreMissing = false,
): CompiledTemplate | undefined {
  const isList = Array.isArray(given) || given instanceof Tuple;
  const names = isList ? listOf(given) : [given];
  for (const name of names) {
    const found = environment.template(nameOf(name));
    if (found) return found;
  }
  if (ignoreMissing) return undefined;
  throw notFound(names, isList);
}

function nameOf(value: Value): string {
  if (value instanceof Undefined) throw value.error();
  if (typeof value !== 'string') throw typeError(`a template's name is a text, and not '${typeName(value)}'`);
  return value;
}

function notFound(names: readonly Value[], isList: boolean): PythonError {
  if (!isList) return new PythonError('TemplateNotFound', `there is no template '${names.join()}'`);
  const tried = names.length === 0 ? 'the list is empty' : names.join(', ');
  return new PythonError('TemplateNotFound', `none of the templates given were found: ${tried}`);
}
