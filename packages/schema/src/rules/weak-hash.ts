import { formatPath } from '../path.ts';
import type { Found, Rule } from '../rule.ts';
import type { UserView } from '../view.ts';

export const weakHash: Rule = {
  code: 'weak-hash',
  severity: 'warning',
  title: 'A password is hashed with MD5.',
  why: 'Who gets hold of the file tries millions of passwords a second.',
  source: 'crypt(5), "md5crypt"',
  wrong: `
haproxy_stats_users:
  - {name: ops, password_hash: $1$saltsalt$qjXMvbEw8oaL.CzflDtaK/}`,
  right: `
haproxy_stats_users:
  - {name: ops, password_hash: $6$saltsalt$qFmFH.bQmmtXzyBY0s9v7Oicd2z4XSIecDzlB5KiA2/jctKu9YterLp8wwnSq.qc.eoxqOmSuNp2xS0ktL3nh/}`,
  check: ({ users }) => users.flatMap(weak),
};

function weak({ passwordHash, path: user }: UserView): Found[] {
  if (!passwordHash?.startsWith('$1$')) return [];
  const path = [...user, 'password_hash'];
  return [
    {
      message: `${formatPath(path)} is an MD5 hash, which is soon guessed`,
      path,
      hint: 'make a new one with: openssl passwd -6',
    },
  ];
}
