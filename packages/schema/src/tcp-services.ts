// What rules see of a TCP service besides what it has in common with a UDP service.

import { type Fields, numberOf, textOf } from './fields.ts';
import { tcpServiceDefaults } from './generated/variables.ts';
import { type ServiceView, serviceOf } from './services.ts';

export interface TcpServiceView extends ServiceView {
  /** Connections at once. Undefined where there is no limit of its own, or it cannot be known. */
  maxconn: number | undefined;
  /** Undefined where it cannot be known. */
  sendProxy: string | undefined;
}

export function tcpServiceOf(service: Fields): TcpServiceView {
  const values: Record<string, unknown> = { ...tcpServiceDefaults, ...service.fields };
  return {
    ...serviceOf(service, tcpServiceDefaults),
    maxconn: numberOf(values.maxconn),
    sendProxy: textOf(values.send_proxy),
  };
}
