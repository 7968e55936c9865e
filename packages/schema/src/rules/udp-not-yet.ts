import type { Finding } from '../diagnostic.ts';
import type { View } from '../services.ts';

/** The role has no UDP plane yet: what it cannot deploy it must not accept. */
export function udpNotYet(view: View): Finding[] {
  if (!view.hasUdp) return [];
  return [
    {
      code: 'udp-not-yet',
      message: 'haproxy_udp_backends has services, but UDP services cannot be deployed yet',
      path: ['haproxy_udp_backends'],
      part: 'key',
      hint: 'take haproxy_udp_backends out of the variables',
    },
  ];
}
