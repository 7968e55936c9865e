import { formatPath } from './path.ts';
import { printed } from './printed.ts';
import type { Found } from './rule.ts';
import type { NamedView } from './services.ts';
import type { View } from './view.ts';

/** Those of a list whose name another one before them has. */
export function namedTwice(named: readonly NamedView[], view: View): Found[] {
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
    const line = view.line([...first.path, 'name'], path);
    return [
      {
        message: `${formatPath(path)} is ${printed(name)}, which ${formatPath(first.path)} is called already${line}`,
        path,
        hint: 'give one of them another name',
      },
    ];
  });
}
