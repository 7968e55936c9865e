import { formatPath } from './path.ts';
import { printed } from './printed.ts';
import type { Found } from './rule.ts';
import type { NamedView } from './services.ts';

/** Those of a list whose name another one before them has. */
export function namedTwice(named: readonly NamedView[]): Found[] {
  const firsts = new Map<string, NamedView>();
  return named.flatMap((one) => {
    const { name } = one;
    if (name === undefined) return [];
    const first = firsts.get(name);
    if (!first) {
      firsts.set(name, one);
      return [];
    }
    const path = [...one.path, 'name'];
    return [
      {
        message: `${formatPath(path)} is ${printed(name)}, which ${formatPath(first.path)} is called already`,
        path,
        related: { message: 'the first one', path: [...first.path, 'name'] },
        hint: 'give one of them another name',
      },
    ];
  });
}
