import type { Parser } from './parser.ts';
import type { TemplateSyntaxError } from './syntax-error.ts';

export function unknownTag(
  { tokens, openTags, awaited }: Parser,
  name: string,
  at: number,
): TemplateSyntaxError {
  const message = `Encountered unknown tag '${name}'.`;
  const wanted = awaited.at(-1);
  const isMisplaced = awaited.some((names) => names.includes(name));
  return tokens.failed(`${message}${hint(wanted, isMisplaced)}${innermost(openTags)}`, at);
}

export function unexpectedEnd({ tokens, openTags }: Parser, wanted: readonly string[]): TemplateSyntaxError {
  return tokens.failed(`Unexpected end of template.${hint(wanted, false)}${innermost(openTags)}`);
}

function hint(wanted: readonly string[] | undefined, isMisplaced: boolean): string {
  if (!wanted) return '';
  const names = wanted.map((name) => `'${name}'`).join(' or ');
  return isMisplaced
    ? ` You probably made a nesting mistake. Jinja is expecting this tag, but currently looking for ${names}.`
    : ` Jinja was looking for the following tags: ${names}.`;
}

function innermost(openTags: readonly string[]): string {
  const tag = openTags.at(-1);
  return tag === undefined ? '' : ` The innermost block that needs to be closed is '${tag}'.`;
}
