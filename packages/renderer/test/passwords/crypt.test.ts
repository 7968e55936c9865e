import { describe, expect, test } from 'vitest';
import { byRenderer } from '../library/ansible/ansible-case.ts';

// Recorded from ansible-core 2.19.14 with passlib 1.7.4.
const recorded: [expression: string, hash: string][] = [
  [
    "'pw' | password_hash('sha512', 'saltsalt')",
    '$6$rounds=656000$saltsalt$JEklmo18QDRJICgly.JaHaLrPMO2enY/zqc7n8wa/M1Pm/3o//x2DcpQ/Y2KkrrP./b2XHUSe09sxTJiD5VWx1',
  ],
  [
    "'pw' | password_hash('sha256', 'saltsalt', rounds=5000)",
    '$5$saltsalt$0rl.MZtoLLPP3X0Rdl8riRnphIcAXJY27/aOAyK2hB5',
  ],
  [
    "'pw' | password_hash('sha256', 'saltsalt', rounds=1000)",
    '$5$rounds=1000$saltsalt$eNI.02a9Kos9UxzxjTLpNZ6kYHkRe9Z8OsGkDDoW/X2',
  ],
  [
    "'pw' | password_hash('sha512_crypt', 'saltsalt', rounds='5000')",
    '$6$saltsalt$pauPrmdmG4BTE9h2HPmywiw152IFch6BJCEsaY6D.PLTfpV8sqvXwWdyfsgVgozkYH9B80bAip/08R2BPH2xk/',
  ],
  [
    "'pé' | password_hash('sha512', 'saltsalt', rounds=5000)",
    '$6$saltsalt$wO0agEiIsJyMf3Es.v2fnMBQ0j38RpgGO2j0XJpwv3Jqn2uXZvDy/fZB/bH1CzlMkvaS9wkAl8idiadc1HaYO.',
  ],
  [
    "'' | password_hash('sha512', 'saltsalt', rounds=5000)",
    '$6$saltsalt$qkTgsCrWMTAS9gBGcf9W60sFfH.hU0oTCAOJjhbz5tSp/sU3/xXZK4OFwCtq8lIIdpJ6CatVdOTSHKp97TPkt/',
  ],
  [
    "'pw' | password_hash('sha512', 65534, rounds=5000)",
    '$6$65534$FgLZgMbGAfPdfK1LngVgYKmbSsUd61TklS7bIpr/d7BdrNJQsUUiTj.HhSEmhiX3hzQBmNaid3Pqh9JrdanrG1',
  ],
  ["'pw' | password_hash('md5', 'saltsalt')", '$1$saltsalt$6SNdNaZLKst2LlSm7oPPL1'],
];

describe('password_hash', () => {
  test.each(recorded)('%s is what passlib makes of it', (expression, hash) => {
    expect(byRenderer(`{{ ${expression} }}`, '{}')).toEqual({ text: hash });
  });

  test.each([
    [
      "'pw' | password_hash('sha512', 'a$b')",
      'Could not hash the secret: invalid characters in sha512_crypt salt',
    ],
    [
      "'pw' | password_hash('md5', 'saltsaltX')",
      'Could not hash the secret: salt too large (md5_crypt requires <= 8 chars)',
    ],
    [
      "'pw' | password_hash('foo', 'a')",
      'foo is not in the list of supported passlib algorithms: md5, blowfish, sha256, sha512',
    ],
    ["5 | password_hash('md5', 'a')", 'secret must be unicode or bytes'],
    [
      "'pw' | password_hash",
      "password_hash without a salt gives another text each time; give it one: password_hash('sha512', salt='…')",
    ],
    [
      "'pw' | password_hash('sha256', 'a', rounds=99999999)",
      'password_hash with more than 2000000 rounds is not supported here',
    ],
  ])('%s is refused', (expression, error) => {
    expect(byRenderer(`{{ ${expression} }}`, '{}')).toEqual({ error });
  });
});
