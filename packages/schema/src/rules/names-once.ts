import type { DiagnosticCode, Finding } from '../diagnostic.ts';
import { formatPath } from '../path.ts';
import { printed } from '../printed.ts';
import type { NamedView } from '../services.ts';
import type { View } from '../view.ts';

/** A name names one server of its service. */
export function serverName(view: View): Finding[] {
  return [...view.tcp, ...view.udp].flatMap(({ servers }) => twice(servers, 'duplicate-server', view));
}

/** A name names one user of the stats page: HAProxy ignores the second, and its password with it. */
export function statsUser(view: View): Finding[] {
  return twice(view.users, 'duplicate-user', view);
}

function twice(named: NamedView[], code: DiagnosticCode, view: View): Finding[] {
  return named.flatMap((one) => {
    const first = named.find(({ name }) => name !== undefined && name === one.name);
    if (!first || first === one || one.name === undefined) return [];
    const path = [...one.path, 'name'];
    const line = view.line([...first.path, 'name']);
    return [
      {
        code,
        message: `${formatPath(path)} is ${printed(one.name)}, which ${formatPath(first.path)} is called already${line}`,
        path,
        hint: 'give one of them another name',
      },
    ];
  });
}
