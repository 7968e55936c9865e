import type { Explanation } from './rule.ts';

const SCHEMA = 'docs/reference/variables.md';

// One service as the examples have it.
const service = (line: string): string => `
haproxy_tcp_backends:
  - name: mysql
    ${line}
    servers: [{name: worker-1, address: 192.0.2.11, port: 30306}]`;

/** What the schema finds: a value that is not what its variable takes. */
export const shapeExplanations: readonly Explanation[] = [
  {
    code: 'not-a-mapping',
    severity: 'error',
    title: 'The variables are no mapping.',
    why: 'Ansible reads a file of variables as names with their values, and fails on anything else.',
    source: 'Ansible, "Using variables"',
    wrong: '- haproxy_stats_port: 8404',
    right: 'haproxy_stats_port: 8404',
  },
  {
    code: 'unknown-variable',
    severity: 'error',
    title: 'A name looks like a variable of the role and is none.',
    why: 'Ansible ignores a variable that nobody reads. With one letter wrong, a deployment would take every service away.',
    source: SCHEMA,
    wrong: service('port: 3306').replace('backends', 'backend'),
    right: service('port: 3306'),
  },
  {
    code: 'unknown-key',
    severity: 'error',
    title: 'A service, a server or a user has a field that the role does not know.',
    why: 'The field would be ignored, and with it what it was meant to do.',
    source: SCHEMA,
    wrong: service('port: 3306\n    balanse: leastconn'),
    right: service('port: 3306\n    balance: leastconn'),
  },
  {
    code: 'missing-key',
    severity: 'error',
    title: 'A field that is needed is not there.',
    why: 'There is no default that could be right.',
    source: SCHEMA,
    wrong: service('mode: tcp'),
    right: service('mode: tcp\n    port: 3306'),
  },
  {
    code: 'wrong-type',
    severity: 'error',
    title: 'A value is of another type: a text for a number, a mapping for a list.',
    why: 'Ansible would turn some of them into each other, and write the others into haproxy.cfg as they are.',
    source: SCHEMA,
    wrong: service("port: '3306'"),
    right: service('port: 3306'),
  },
  {
    code: 'out-of-range',
    severity: 'error',
    title: 'A number is too small or too large.',
    why: 'HAProxy refuses it, or takes another number for it.',
    source: SCHEMA,
    wrong: service('port: 65536'),
    right: service('port: 3306'),
  },
  {
    code: 'not-a-choice',
    severity: 'error',
    title: 'A value is none of those that there are.',
    why: 'HAProxy or the kernel would refuse it.',
    source: SCHEMA,
    wrong: service('port: 3306\n    balance: least'),
    right: service('port: 3306\n    balance: leastconn'),
  },
  {
    code: 'empty-list',
    severity: 'error',
    title: 'A list has nothing in it.',
    why: 'A service without servers refuses every connection.',
    source: SCHEMA,
    wrong: 'haproxy_tcp_backends:\n  - {name: mysql, port: 3306, servers: []}',
    right: service('port: 3306'),
  },
  {
    code: 'too-many-items',
    severity: 'error',
    title: 'A list is longer than it may be.',
    why: "The kernel's map of a UDP service has 1,024 places, which are dealt evenly to at most 51 servers.",
    source: SCHEMA,
    wrong: `haproxy_udp_backends:\n  - name: dns\n    port: 53\n    servers:\n${servers(52)}`,
    right: `haproxy_udp_backends:\n  - name: dns\n    port: 53\n    servers:\n${servers(2)}`,
  },
  {
    code: 'duplicate-item',
    severity: 'error',
    title: 'An entry stands twice in a list.',
    why: 'HAProxy would bind the address twice.',
    source: SCHEMA,
    wrong: service('port: 3306\n    bind: [192.0.2.1, 192.0.2.1]'),
    right: service('port: 3306\n    bind: [192.0.2.1]'),
  },
  {
    code: 'too-long',
    severity: 'error',
    title: 'A text is longer than it may be.',
    why: 'Names stand in the rows of the stats page and in the labels of the metrics.',
    source: SCHEMA,
    wrong: service('port: 3306').replace('mysql', 'm'.repeat(65)),
    right: service('port: 3306'),
  },
  {
    code: 'bad-format',
    severity: 'error',
    title: 'A text is not of the form that its variable takes.',
    why: 'HAProxy would refuse it, or read something else in it: a time without a unit is milliseconds.',
    source: 'HAProxy configuration manual, section 2.5 "Time format"',
    wrong: 'haproxy_timeout_connect: 300 ms',
    right: 'haproxy_timeout_connect: 300ms',
  },
];

function servers(count: number): string {
  const lines = Array.from(
    { length: count },
    (_, index) => `      - {name: worker-${index + 1}, address: 192.0.2.${index + 11}, port: 30053}`,
  );
  return lines.join('\n');
}
