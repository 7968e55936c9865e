import type { Explanation } from '@nodeport-haproxy/schema/explanations';

/** What can be wrong with a project's files among each other. */
export const projectExplanations = [
  {
    code: 'malformed-inventory',
    severity: 'error',
    title: 'A line of an INI inventory is not what its section takes.',
    why: 'Ansible takes nothing from the whole file then: all of its hosts and groups are missing.',
    source: 'Ansible, "How to build your inventory"; ansible-core 2.19, inventory plugin ini',
    wrong: '[haproxy_servers:vars]\nhaproxy_stats_port: 8404',
    right: '[haproxy_servers:vars]\nhaproxy_stats_port=8404',
  },
  {
    code: 'missing-vars-file',
    severity: 'warning',
    title: 'A play names a file of variables that there is not.',
    why: 'Ansible looks in vars/ beside the playbook and beside it, and goes on without the file.',
    source: 'Ansible, "Using variables", "Defining variables in included files and roles"',
    wrong: '- hosts: haproxy_servers\n  vars_files: [no-such-file.yaml]\n  roles: [haproxy]',
    right: '- hosts: haproxy_servers\n  vars: { haproxy_stats_port: 8405 }\n  roles: [haproxy]',
  },
  {
    code: 'unread-file',
    severity: 'warning',
    title: 'A file of variables is not read.',
    why: 'Of NAME, NAME.yml, NAME.yaml and NAME.json in group_vars or host_vars Ansible reads the first, in this order, and says nothing of the others. A folder counts like a file.',
    source: 'ansible-core 2.19, vars plugin host_group_vars',
    wrong: '# group_vars/all.yaml, where group_vars/all.yml is read\nhaproxy_stats_port: 8405',
    right: '# group_vars/all.yml\nhaproxy_stats_port: 8405',
  },
] as const satisfies readonly Explanation<string>[];
