import type { Finding } from '../diagnostic.ts';
import { formatPath } from '../path.ts';
import { printed } from '../printed.ts';
import type { ServiceView, View } from '../services.ts';

/** A name names one server of its service. */
export function serverName(view: View): Finding[] {
  return [...view.tcp, ...view.udp].flatMap((service) => check(service, view));
}

function check({ servers }: ServiceView, view: View): Finding[] {
  return servers.flatMap((server) => {
    const first = servers.find(({ name }) => name !== undefined && name === server.name);
    if (!first || first === server || server.name === undefined) return [];
    const path = [...server.path, 'name'];
    return [
      {
        code: 'duplicate-server',
        message: `${formatPath(path)} is ${printed(server.name)}, which ${formatPath(first.path)} is called already${view.line([...first.path, 'name'])}`,
        path,
        hint: 'give one of them another name',
      },
    ];
  });
}
