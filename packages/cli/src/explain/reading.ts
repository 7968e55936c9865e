import type { Explanation } from '@nodeport-haproxy/schema/explanations';

const YAML = 'YAML 1.1, as PyYAML reads it for Ansible';

const merging = (what: string): string => `slow: &slow {flow_timeout: 600}
quick: &quick {flow_timeout: 120}
haproxy_udp_backends:
  - <<: ${what}
    name: syslog
    port: 514
    servers:
      - {name: worker-1, address: 192.0.2.11, port: 30014}
      - {name: worker-2, address: 192.0.2.12, port: 30014}
      - {name: worker-3, address: 192.0.2.13, port: 30014}`;

/** What can be wrong with a file before anybody looks at its variables. */
export const readingExplanations = [
  {
    code: 'malformed-yaml',
    severity: 'error',
    title: 'A file is no YAML.',
    why: 'Ansible cannot read it, and nothing behind the place is known.',
    source: YAML,
    wrong: 'haproxy_stats_path: "/stats',
    right: 'haproxy_stats_path: "/stats"',
  },
  {
    code: 'duplicate-key',
    severity: 'error',
    title: 'A key stands twice in a mapping.',
    why: 'Ansible takes the last one and only warns. The first, with all that is below it, is lost.',
    source: YAML,
    wrong: 'haproxy_stats_port: 8404\nhaproxy_stats_port: 8405',
    right: 'haproxy_stats_port: 8404',
  },
  {
    code: 'ambiguous-merge',
    severity: 'warning',
    title: 'Two mappings that are merged have a key, and which value counts depends on PyYAML.',
    why: 'Another release of PyYAML on the controller, and Ansible deploys the other value. Of a list the first mapping counts up to 6.0.3, and the last one since.',
    source: 'PyYAML 6.0.4, SafeConstructor.flatten_mapping',
    wrong: merging('[*slow, *quick]'),
    right: merging('*quick'),
  },
  {
    code: 'unknown-tag',
    severity: 'error',
    title: 'A value has a tag that Ansible does not know.',
    why: 'Ansible cannot read the file.',
    source: YAML,
    wrong: 'haproxy_stats_path: !path /stats',
    right: 'haproxy_stats_path: /stats',
  },
  {
    code: 'several-documents',
    severity: 'error',
    title: 'A file has several documents.',
    why: 'Ansible reads files of one document, and fails on this one.',
    source: YAML,
    wrong: 'haproxy_stats_port: 8404\n---\nhaproxy_metrics_port: 9101',
    right: 'haproxy_stats_port: 8404\nhaproxy_metrics_port: 9101',
  },
  {
    code: 'unquoted-template',
    severity: 'error',
    title: 'A template has no quotes.',
    why: 'YAML takes {{ for the beginning of a mapping.',
    source: 'Ansible, "YAML Syntax", "Gotchas"',
    wrong: 'haproxy_stats_port: {{ port }}',
    right: 'haproxy_stats_port: "{{ port }}"',
  },
  {
    code: 'not-variables',
    severity: 'error',
    title: 'A file of variables is no mapping.',
    why: 'Ansible reads a file of variables as names with their values, and fails on anything else.',
    source: 'Ansible, "Using variables"',
    wrong: '- haproxy_stats_port',
    right: 'haproxy_stats_port: 8404',
  },
] as const satisfies readonly Explanation<string>[];
