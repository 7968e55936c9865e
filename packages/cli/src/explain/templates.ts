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
  {
    code: 'unresolved-value',
    severity: 'error',
    title: 'A value that is needed for haproxy.cfg can only be known on the host, or with a key.',
    why: 'Facts, vaulted values and most lookups are not there when nodeport render and nodeport plan work without the host. Deploying is not touched by that.',
    source: 'docs/how-to/validate.md',
    wrong: "haproxy_maxconn: '{{ ansible_facts.memtotal_mb * 10 }}'",
    right: 'haproxy_maxconn: 20000',
  },
  {
    code: 'failed-template',
    severity: 'error',
    title: 'A template that nodeport render --template was given cannot be rendered.',
    why: 'Ansible would end with an error there, too, or it is one of the few things that this Jinja2 refuses: docs/explanation/templates.md names them.',
    source: 'Jinja, "Template Designer Documentation"',
    wrong: '# in a template\n{{ port | to_jsn }}',
    right: '# in a template\n{{ port | to_json }}',
  },
] as const satisfies readonly Explanation<string>[];
