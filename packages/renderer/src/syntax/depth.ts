import type { Template } from './nodes.ts';
import { TemplateSyntaxError } from './syntax-error.ts';

/** A chain of operators is a deep tree. CPython takes fewer than 200 for most of them, 490 where Jinja2 folds them. */
const MAX_DEPTH = 500;

/** @throws TemplateSyntaxError for a chain that is too long, before there is too much of it. */
export function checkChain(length: number, at: number): void {
  if (length > MAX_DEPTH) throw tooDeep(at);
}

/** @throws TemplateSyntaxError for a tree that is too deep for what calls itself at each level of it. */
export function checkDepth(template: Template): void {
  const found: object[] = [template];
  const depths = [0];
  for (let next = found.pop(); next; next = found.pop()) {
    const depth = (depths.pop() ?? 0) + ('kind' in next ? 1 : 0);
    if (depth > MAX_DEPTH) throw tooDeep('at' in next ? Number(next.at) : 0);
    for (const child of Object.values(next)) {
      if (typeof child !== 'object' || child === null) continue;
      found.push(child);
      depths.push(depth);
    }
  }
}

const tooDeep = (at: number): TemplateSyntaxError =>
  new TemplateSyntaxError(`more than ${MAX_DEPTH} operators, filters or attributes in one expression`, at);
