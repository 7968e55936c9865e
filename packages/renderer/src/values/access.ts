import { Dict } from './dict.ts';
import { Float } from './float.ts';
import { Instance } from './instance.ts';
import { Markup } from './markup.ts';
import { dictMethods } from './methods/dict.ts';
import { listMethods } from './methods/list.ts';
import { markupMethods } from './methods/markup.ts';
import { type Methods, methodOf } from './methods/method.ts';
import { floatAttribute, floatMethods, integerAttribute, integerMethods } from './methods/number.ts';
import { strMethods } from './methods/str.ts';
import { tupleMethods } from './methods/tuple.ts';
import { NamedTuple } from './named-tuple.ts';
import { integral } from './numeric.ts';
import { Tuple } from './tuple.ts';
import type { Value } from './value.ts';

export { getItem } from './item.ts';

/** `object.name`: a method or an attribute of its type; undefined where there is none. */
export function getAttribute(value: Value, name: string): Value | undefined {
  const methods = methodsOf(value);
  const method = methods?.get(name);
  if (method) return methodOf(method, value);
  if (value instanceof Instance || value instanceof NamedTuple) return value.attribute(name);
  if (value instanceof Float) return floatAttribute(value, name);
  const int = integral(value);
  return int === undefined ? undefined : integerAttribute(int, name);
}

function methodsOf(value: Value): Pick<Methods, 'get'> | undefined {
  switch (typeof value) {
    case 'string':
      return strMethods;
    case 'number':
    case 'bigint':
    case 'boolean':
      return integerMethods;
    default:
      break;
  }
  if (value instanceof Dict) return dictMethods;
  if (Array.isArray(value)) return listMethods;
  if (value instanceof Tuple) return tupleMethods;
  if (value instanceof Markup) return markupMethods;
  return value instanceof Float ? floatMethods : undefined;
}
