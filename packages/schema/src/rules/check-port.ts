import type { Finding } from '../diagnostic.ts';
import { formatPath } from '../path.ts';
import { printed } from '../printed.ts';
import type { UdpServiceView } from '../udp-services.ts';
import type { View } from '../view.ts';

/** A TCP connection says nothing of a UDP port, and no other port can be guessed. */
export function checkPort(view: View): Finding[] {
  return view.udp.flatMap(portOfChecks);
}

function portOfChecks({ health, hasCheckPort, servers, path: service }: UdpServiceView): Finding[] {
  if (health !== 'tcp' || hasCheckPort) return [];
  const without = servers.find((server) => server.isChecked && !server.hasCheckPort);
  if (!without) return [];
  const path = [...service, 'health'];
  const who = without.name === undefined ? formatPath(without.path) : `server ${printed(without.name)}`;
  return [
    {
      code: 'missing-check-port',
      message: `${formatPath(path)} is tcp, and nothing says which port of ${who} to connect to`,
      path,
      hint: 'add check_port to the service, or to each server that is checked',
    },
  ];
}
