import type { Means } from './change.ts';

/** A file that the role brings to a host as it is, or makes of a template that knows no services. */
export interface Copy extends CopyRule {
  /** SHA-256, in hexadecimal. */
  readonly digest: string;
}

/** Where such a file comes from, and how a new version of it gets into force. */
export interface CopyRule {
  /** On the host. */
  readonly path: string;
  /** In the role. A template's name ends with .j2. */
  readonly source: string;
  /** Only with UDP services. */
  readonly isUdp: boolean;
  /** What a sentence calls it. */
  readonly subject: string;
  readonly means: Means;
  readonly how: string;
}

const LOADED = { isUdp: false, means: 'reload', how: 'by reload' } as const;
const SYSTEMD = {
  isUdp: false,
  means: 'none',
  how: 'without reload, from the next reload or start on',
} as const;
const AGENT = { isUdp: true, means: 'agent', how: 'the agent is restarted, flows go on' } as const;

export const COPIES: readonly CopyRule[] = [
  {
    path: '/etc/haproxy/end-sessions.lua',
    source: 'files/end-sessions.lua',
    subject: 'end-sessions.lua',
    ...LOADED,
  },
  {
    path: '/etc/haproxy/old-processes.lua',
    source: 'files/old-processes.lua',
    subject: 'old-processes.lua',
    ...LOADED,
  },
  {
    path: '/usr/local/sbin/haproxy-unit',
    source: 'module_utils/haproxy_unit.py',
    subject: 'haproxy-unit',
    ...SYSTEMD,
  },
  {
    path: '/etc/systemd/system/haproxy.service.d/nodeport.conf',
    source: 'templates/haproxy.service.conf.j2',
    subject: 'haproxy.service',
    ...SYSTEMD,
  },
  { path: '/usr/local/sbin/haproxy-udp', source: 'files/haproxy-udp.py', subject: 'haproxy-udp', ...AGENT },
  {
    path: '/etc/systemd/system/haproxy-udp.service',
    source: 'templates/haproxy-udp.service.j2',
    subject: 'haproxy-udp.service',
    ...AGENT,
  },
];
