import { namedTwice } from '../names.ts';
import type { Rule } from '../rule.ts';

export const duplicateUser: Rule = {
  code: 'duplicate-user',
  severity: 'error',
  title: 'Two users of the stats page have one name.',
  why: 'HAProxy takes the first and ignores the second, and its password with it.',
  source: 'HAProxy configuration manual, section 3.4 "Userlists"',
  wrong: `
haproxy_stats_users:
  - {name: ops, password_hash: $6$rounds=5000$saltsalt$a}
  - {name: ops, password_hash: $6$rounds=5000$saltsalt$b}`,
  right: `
haproxy_stats_users:
  - {name: ops, password_hash: $6$rounds=5000$saltsalt$a}
  - {name: ops-2, password_hash: $6$rounds=5000$saltsalt$b}`,
  check: (view) => namedTwice(view.users),
};
