import { valueError } from '../errors.ts';

/** An attribute, or a key between square brackets. */
export interface Step {
  readonly key: string | number;
  readonly isAttribute: boolean;
}

/** `{name.attribute[key]!conversion:specification}` */
export interface Field {
  /** Empty: the next argument. */
  readonly name: string;
  readonly path: string;
  readonly conversion: string | undefined;
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
    const { field, end } = fieldAt(template, brace + 1);
    yield field;
    at = end;
  }
}

function braceAfter(template: string, at: number): number {
  const brace = /[{}]/g;
  brace.lastIndex = at;
  return brace.exec(template)?.index ?? template.length;
}

/** The field whose brace has just been opened, and where it ends. */
function fieldAt(template: string, start: number): { field: Field; end: number } {
  const nameEnd = endOfName(template, start);
  const mark = template[nameEnd];
  const text = template.slice(start, nameEnd);
  const [name = ''] = /^[^.[]*/.exec(text) ?? [];
  const named = { name, path: text.slice(name.length), conversion: undefined, spec: '' };
  if (mark === '}') return { field: named, end: nameEnd + 1 };
  if (mark === undefined) throw valueError("expected '}' before end of string");
  if (mark === ':') return withSpec(template, nameEnd + 1, named);
  const conversion = characterAt(template, nameEnd + 1);
  if (conversion === '') throw valueError('end of string while looking for conversion specifier');
  const at = nameEnd + 1 + conversion.length;
  const next = template[at];
  if (next === '}') return { field: { ...named, conversion }, end: at + 1 };
  if (next !== undefined && next !== ':') throw valueError("expected ':' after conversion specifier");
  return withSpec(template, at + 1, { ...named, conversion });
}

const characterAt = (template: string, at: number): string =>
  at < template.length ? String.fromCodePoint(template.codePointAt(at) ?? 0) : '';

/** What is between square brackets is a key, whatever it looks like. */
function endOfName(template: string, start: number): number {
  const mark = /\[[^\]]*(?:\]|$)|[{}:!]/g;
  mark.lastIndex = start;
  for (let match = mark.exec(template); match; match = mark.exec(template)) {
    if (match[0] === '{') throw valueError("unexpected '{' in field name");
    if (!match[0].startsWith('[')) return match.index;
  }
  return template.length;
}

/** A specification may have fields of its own. */
function withSpec(template: string, start: number, field: Field): { field: Field; end: number } {
  const brace = /[{}]/g;
  brace.lastIndex = start;
  let depth = 1;
  for (let match = brace.exec(template); match; match = brace.exec(template)) {
    depth += match[0] === '{' ? 1 : -1;
    if (depth === 0) {
      return { field: { ...field, spec: template.slice(start, match.index) }, end: match.index + 1 };
    }
  }
  throw valueError("unmatched '{' in format spec");
}

/** What to look up in what, of a path such as `.attribute[key]`. */
export function* stepsOf(path: string): Iterable<Step> {
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
