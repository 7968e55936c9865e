// What rules see of a UDP service besides what it has in common with a TCP service.

import { type AddressView, addressesOf, type Fields, mappingsOf, portOf, textOf } from './fields.ts';
import { udpServiceDefaults } from './generated/variables.ts';
import { type NamedView, type ServiceView, serviceOf } from './services.ts';

export interface UdpServiceView extends ServiceView {
  /** Undefined where it cannot be known, as in all that follows. */
  balance: string | undefined;
  /** Whether the field is there, whatever it holds, as in hasCheckPort. */
  hasBalance: boolean;
  health: string | undefined;
  /** In seconds. */
  flowTimeout: number | undefined;
  hasCheckPort: boolean;
  clients: AddressView[];
  servers: UdpServerView[];
}

export interface UdpServerView extends NamedView {
  address: string | undefined;
  port: number | undefined;
  /** Whether it is certain that the server is checked. */
  isChecked: boolean;
  hasCheckPort: boolean;
}

export function udpServiceOf(service: Fields): UdpServiceView {
  const { path, fields } = service;
  const values: Record<string, unknown> = { ...udpServiceDefaults, ...fields };
  return {
    ...serviceOf(service),
    balance: textOf(values.balance),
    hasBalance: Object.hasOwn(fields, 'balance'),
    health: textOf(values.health),
    flowTimeout: typeof values.flow_timeout === 'number' ? values.flow_timeout : undefined,
    hasCheckPort: Object.hasOwn(fields, 'check_port'),
    clients: ['allow', 'deny'].flatMap((list) => addressesOf(fields[list], [...path, list])),
    servers: mappingsOf(fields.servers, [...path, 'servers']).map(serverOf),
  };
}

function serverOf({ path, fields }: Fields): UdpServerView {
  return {
    path,
    name: textOf(fields.name),
    address: textOf(fields.address),
    port: portOf(fields.port),
    isChecked: !Object.hasOwn(fields, 'check') || fields.check === true,
    hasCheckPort: Object.hasOwn(fields, 'check_port'),
  };
}
