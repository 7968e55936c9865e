import type { Explanation } from '@nodeport-haproxy/schema/explanations';

/** What can keep `nodeport render` and `nodeport plan` from rendering. */
export const renderingExplanations = [
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
