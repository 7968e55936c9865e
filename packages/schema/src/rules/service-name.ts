import type { Finding } from '../diagnostic.ts';
import { formatPath } from '../path.ts';
import { printed } from '../printed.ts';
import type { ServiceView } from '../services.ts';
import type { View } from '../view.ts';

// The role writes sections of these names itself: the stats page, the metrics, the checks of the workers, and those of
// UDP services.
const reserved = /^(stats|metrics|workers|udp_.*)$/s;

/** A name names one service of its list, and none of the role's own sections. A TCP and a UDP service may share one. */
export function serviceName(view: View): Finding[] {
  return [view.tcp, view.udp].flatMap((services) =>
    services.flatMap((service) => check(service, services, view)),
  );
}

function check(service: ServiceView, services: ServiceView[], view: View): Finding[] {
  const { name } = service;
  if (name === undefined) return [];
  const path = [...service.path, 'name'];
  if (reserved.test(name)) return [reservedName(name, path)];
  const first = services.find((other) => other.name === name);
  if (!first || first === service) return [];
  return [
    {
      code: 'duplicate-service',
      message: `${formatPath(path)} is ${printed(name)}, which ${formatPath(first.path)} is called already${view.line([...first.path, 'name'])}`,
      path,
      hint: 'give one of them another name',
    },
  ];
}

function reservedName(name: string, path: Finding['path']): Finding {
  return {
    code: 'reserved-name',
    message: `${formatPath(path)} is ${printed(name)}, a name that the role needs for itself`,
    path,
    hint: 'give the service another name: not stats, metrics or workers, nothing that begins with udp_',
  };
}
