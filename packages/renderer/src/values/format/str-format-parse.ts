import { valueError } from '../errors.ts';

/** `{name.attribute[key]!conversion:specification}` */
export interface Field {
  /** Empty: the next argument. */
  readonly name: string;
  readonly path: readonly { readonly key: string | number; readonly isAttribute: boolean }[];
  readonly conversion: 'r' | 's' | 'a' | undefined;
  readonly spec: string;
}

/** The texts and the fields of a template for `str.format`. */
export function* fieldsOf(template: string): Iterable<string | Field> {
  let at = 0;
  while (at < template.length) {
    const brace = braceAfter(template, at);
    if (brace > at) yield template.slice(at, brace);
    if (brace === template.length) return;
    const character = template[brace];
    if (template[brace + 1] === character) {
      yield character as string;
      at = brace + 2;
      continue;
    }
    if (character === '}') throw valueError("Single '}' encountered in format string");
    if (brace + 1 === template.length) throw valueError("Single '{' encountered in format string");
    const end = endOfField(template, brace + 1);
    yield parseField(template.slice(brace + 1, end));
    at = end + 1;
  }
}

function braceAfter(template: string, at: number): number {
  const brace = /[{}]/g;
  brace.lastIndex = at;
  return brace.exec(template)?.index ?? template.length;
}

/** Where the field's own brace closes; what is between square brackets says nothing before a specification. */
function endOfField(template: string, start: number): number {
  let depth = 1;
  let isKey = false;
  let isSpec = false;
  for (let at = start; at < template.length; at++) {
    const character = template[at];
    if (character === '[' && !isSpec) isKey = true;
    else if (character === ']') isKey = false;
    else if (isKey) continue;
    else if (character === ':' || character === '!') isSpec = true;
    else if (character === '{') {
      if (!isSpec) throw valueError("unexpected '{' in field name");
      depth++;
    } else if (character === '}' && --depth === 0) return at;
  }
  throw valueError("expected '}' before end of string");
}

const FIELD = /^(?<name>[^.[!:]*)(?<path>(?:\[[^\]]*\]?|[^![:])*)(?<rest>[!:].*)?$/su;

function parseField(text: string): Field {
  const { name = '', path = '', rest = '' } = FIELD.exec(text)?.groups ?? {};
  const [conversion, spec] = rest.startsWith('!') ? parseConversion(rest) : [undefined, rest.slice(1)];
  return { name, path: [...parsePath(path)], conversion, spec };
}

function parseConversion(rest: string): [Field['conversion'], string] {
  const [conversion, next, ...spec] = [...rest.slice(1)];
  if (conversion === undefined) throw valueError("unmatched '{' in format spec");
  if (next !== undefined && next !== ':') throw valueError("expected ':' after conversion specifier");
  if (conversion !== 'r' && conversion !== 's' && conversion !== 'a') {
    throw valueError(`Unknown conversion specifier '${conversion}'`);
  }
  return [conversion, spec.join('')];
}

function* parsePath(path: string): Iterable<Field['path'][number]> {
  let at = 0;
  while (at < path.length) {
    const isAttribute = path[at] === '.';
    if (!isAttribute && path[at] !== '[') {
      throw valueError("Only '.' or '[' may follow ']' in format field specifier");
    }
    const stop = isAttribute ? /[.[]|$/g : /\]/g;
    stop.lastIndex = at + 1;
    const end = stop.exec(path)?.index;
    if (end === undefined) throw valueError("Missing ']' in format string");
    const key = path.slice(at + 1, end);
    if (key === '') throw valueError('Empty attribute in format string');
    yield { key: !isAttribute && /^\d+$/.test(key) ? Number(key) : key, isAttribute };
    at = isAttribute ? end : end + 1;
  }
}
