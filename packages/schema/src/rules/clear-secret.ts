import { formatPath } from '../path.ts';
import type { Found, Rule } from '../rule.ts';
import type { UserView } from '../view.ts';

export const clearSecret: Rule = {
  code: 'clear-secret',
  severity: 'hint',
  title: "A password's hash stands outside of a vault.",
  why: 'A hash in a repository is there for everyone who ever reads it, and can be guessed at leisure.',
  source: 'docs.ansible.com, "Protecting sensitive data with Ansible vault"',
  wrong: `
haproxy_stats_users:
  - {name: ops, password_hash: $6$saltsalt$qFmFH.bQmmtXzyBY0s9v7Oicd2z4XSIecDzlB5KiA2/jctKu9YterLp8wwnSq.qc.eoxqOmSuNp2xS0ktL3nh/}`,
  right: `
haproxy_stats_users:
  - {name: ops, password_hash: '{{ vault_ops_hash }}'}`,
  check: ({ users }) => users.flatMap(clear),
};

function clear({ passwordHash, path: user }: UserView): Found[] {
  if (!passwordHash?.startsWith('$')) return [];
  const path = [...user, 'password_hash'];
  return [
    {
      message: `${formatPath(path)} stands outside of a vault`,
      path,
      hint: 'encrypt it: ansible-vault encrypt_string --name password_hash',
    },
  ];
}
