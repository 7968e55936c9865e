import { formatPath } from './path.ts';
import { printed } from './printed.ts';
import type { Found } from './rule.ts';
import type { NamedView } from './services.ts';
import type { View } from './view.ts';

/** Those of a list whose name another one before them has. */
export function namedTwice(named: readonly NamedView[], view: View): Found[] {
  return named.flatMap((one) => {
    const first = named.find(({ name }) => name !== undefined && name === one.name);
    if (!first || first === one || one.name === undefined) return [];
    const path = [...one.path, 'name'];
    const line = view.line([...first.path, 'name']);
    return [
      {
        message: `${formatPath(path)} is ${printed(one.name)}, which ${formatPath(first.path)} is called already${line}`,
        path,
        hint: 'give one of them another name',
      },
    ];
  });
}
