// What rules see of a UDP service besides what it has in common with a TCP service.

import { type AddressView, addressesOf, type Fields, numberOf, textOf } from './fields.ts';
import { udpServiceDefaults } from './generated/variables.ts';
import { type ServiceView, serviceOf } from './services.ts';

export interface UdpServiceView extends ServiceView {
  /** Undefined where it cannot be known, as in all that follows. */
  health: string | undefined;
  /** In seconds. */
  flowTimeout: number | undefined;
  masquerade: boolean | undefined;
  /** Undefined where everyone's datagrams are let through. */
  allow: AddressView[] | undefined;
  deny: AddressView[];
}

export function udpServiceOf(service: Fields): UdpServiceView {
  const { path, fields } = service;
  const values: Record<string, unknown> = { ...udpServiceDefaults, ...fields };
  return {
    ...serviceOf(service, udpServiceDefaults),
    health: textOf(values.health),
    flowTimeout: numberOf(values.flow_timeout),
    masquerade: typeof values.masquerade === 'boolean' ? values.masquerade : undefined,
    allow: Object.hasOwn(fields, 'allow') ? addressesOf(fields.allow, [...path, 'allow']) : undefined,
    deny: addressesOf(fields.deny, [...path, 'deny']),
  };
}
