import { expect, test } from 'vitest';
import { withoutSecrets } from '../../src/plan/mask.ts';

test.each([
  ['    user ops password $5$salt$hash groups admins', '    user ops password <hidden>'],
  ['    user ops insecure-password s3cret', '    user ops insecure-password <hidden>'],
  ['    stats auth ops:s3cret', '    stats auth <hidden>'],
  ['    tcp-check send AUTH\\ s3cret\\r\\n', '    tcp-check send AUTH<hidden>'],
  [
    '    http-request set-header Authorization "Bearer s3cret"',
    '    http-request set-header Authorization <hidden>',
  ],
  ['    setenv API_TOKEN s3cret', '    setenv API_TOKEN <hidden>'],
  ['    setenv DB_PASS s3cret', '    setenv DB_PASS <hidden>'],
  ['    presetenv S3_KEY_ID "s3 cret"', '    presetenv S3_KEY_ID <hidden>'],
  ['    acl ops hdr(authorization) -m str "Bearer s3cret"', '    acl ops hdr(authorization) -m str <hidden>'],
  ['    acl ops req.hdr(X-Api-Key) -i -m beg s3cret', '    acl ops req.hdr(X-Api-Key) -i -m beg <hidden>'],
  ['    acl ops hdr_beg(Authorization) Bearer\\ s3cret', '    acl ops hdr_beg(Authorization) <hidden>'],
  [
    '    http-request deny unless { req.fhdr(authorization),lower -m str s3cret }',
    '    http-request deny unless { req.fhdr(authorization),lower -m str <hidden>',
  ],
])('%j is shown as %j', (line, shown) => {
  expect(withoutSecrets(line)).toBe(shown);
});

test.each([
  '    server auth-token 192.0.2.1:30000 check',
  'frontend secret-service',
  '    http-request auth realm HAProxy unless { http_auth(stats) }',
  '    stats uri /stats',
  '    setenv NODEPORT_CONNECT_TIMEOUT 300ms',
  '    acl web hdr(host) -m str www.example.org',
])('%j has nothing to hide', (line) => {
  expect(withoutSecrets(line)).toBe(line);
});
