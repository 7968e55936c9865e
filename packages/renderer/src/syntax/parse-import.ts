import type { FromImport, Import, Include } from './nodes.ts';
import { parseExpression } from './parse-expression.ts';
import { parseTargetName } from './parse-target.ts';
import type { Parser } from './parser.ts';
import type { TokenStream } from './token-stream.ts';

/** `include template ignore missing with context` */
export function parseInclude({ tokens }: Parser, at: number): Include {
  const template = parseExpression(tokens);
  const ignoreMissing = tokens.areNames('ignore', 'missing');
  if (ignoreMissing) {
    tokens.next();
    tokens.next();
  }
  return { kind: 'include', at, template, ignoreMissing, withContext: parseContext(tokens) ?? true };
}

/** `import template as name without context` */
export function parseImport({ tokens }: Parser, at: number): Import {
  const template = parseExpression(tokens);
  tokens.expectName('as');
  const { name } = parseTargetName(tokens);
  return { kind: 'import', at, template, target: name, withContext: parseContext(tokens) ?? false };
}

/** `from template import name, other as alias with context` */
export function parseFromImport({ tokens }: Parser, at: number): FromImport {
  const template = parseExpression(tokens);
  tokens.expectName('import');
  const names: FromImport['names'][number][] = [];
  for (;;) {
    // The context may come after a comma; nothing else may that is no name.
    const before = parseContext(tokens);
    if (before !== undefined) return { kind: 'from-import', at, template, names, withContext: before };
    names.push(parseImportedName(tokens));
    const after = parseContext(tokens);
    if (after !== undefined || !tokens.skipIf(',')) {
      return { kind: 'from-import', at, template, names, withContext: after ?? false };
    }
  }
}

function parseImportedName(tokens: TokenStream): FromImport['names'][number] {
  const { name, at } = parseTargetName(tokens);
  if (name.startsWith('_')) throw tokens.failed('names starting with an underline can not be imported', at);
  return { name, alias: tokens.skipIfName('as') ? parseTargetName(tokens).name : name };
}

/** Whether it says `with context` or `without context`; undefined where it says neither. */
function parseContext(tokens: TokenStream): boolean | undefined {
  if (!tokens.areNames('with', 'context') && !tokens.areNames('without', 'context')) return undefined;
  const isWith = tokens.next().text === 'with';
  tokens.next();
  return isWith;
}
