import type { Explanation } from '@nodeport-haproxy/schema/explanations';

/** What can be wrong with a template in a variable. */
export const templateExplanations = [
  {
    code: 'malformed-template',
    severity: 'error',
    title: 'A template in a variable is no Jinja2.',
    why: 'Ansible cannot render it, and the deployment ends there.',
    source: 'Jinja, "Template Designer Documentation"',
    wrong: "haproxy_stats_port: '{{ 8404'",
    right: "haproxy_stats_port: '{{ 8404 }}'",
  },
  {
    code: 'undefined-name',
    severity: 'warning',
    title: 'A template asks for a name that nothing sets.',
    why: 'Ansible cannot render it, and the deployment ends there. Of facts nothing is said, and of a name that something unseen may set (a vaulted file, include_vars, another role) only where it is almost that of a variable.',
    source: 'Ansible, "Using variables"',
    wrong: "mysql_port: 3306\nhaproxy_stats_port: '{{ mysql_prt + 5000 }}'",
    right: "mysql_port: 3306\nhaproxy_stats_port: '{{ mysql_port + 5000 }}'",
  },
] as const satisfies readonly Explanation<string>[];
