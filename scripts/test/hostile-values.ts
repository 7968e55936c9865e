// Texts that somebody might write into a variable to say more than its value: what ends a line, a word, a quotation or
// a comment, what is expanded, what names a directive, and mixtures of these with a right value.

import fc from 'fast-check';

/** A hostile text, made around the right value of a field. */
export type Hostile = (right: string) => string;

const ends = ['\n', '\r', '\r\n', '\0', '\v', '\f', '\u0085', '\u2028', '\u2029'];
const gaps = [' ', '\t', '  ', '\u00a0', '\u3000', '\ufeff', '\u200b', ';', ',', '{', '}', '|', '&&'];
const quotes = ["'", '"', '`', '\\', '\\\\', '\\ ', '\\"', '\\n', '\\x0a', '#', ' #', '\\#', '//', '/*'];
const expanded = [
  ...['${HOME}', '"${X}"', '$HOME', '"$HOME"', '${HOME[*]}', '$(id)', '`id`', '%[env(HOME)]', '%{+Q}o', '%t'],
  ...[
    '{{ 7 * 7 }}',
    '{% raw %}',
    '{# no #}',
    '{{',
    '}}',
    '%(x)s',
    '!vault',
    '&a',
    '*a',
    '\\u000a',
    '%0a',
    '%00',
  ],
];
const marks = [
  '-',
  '--',
  '.',
  '..',
  ':',
  '::',
  '/',
  '@',
  '!',
  '=',
  '+',
  '~',
  '_',
  '0',
  '$6$',
  '*',
  '?',
  '[',
  ']',
];
const directives = [
  ...[
    'global',
    'defaults',
    'frontend',
    'backend',
    'listen',
    'userlist',
    'peers',
    'program',
    'ring',
    'server',
  ],
  ...[
    'bind',
    'stats',
    'default',
    'check',
    'none',
    'off',
    'if',
    'unless',
    'or',
    'not',
    'no',
    'disabled',
    'quit',
  ],
  ...['.if', '.endif', '.diag', 'stdout', 'unix@/x', 'abns@x', 'fd@0', 'ipv4@', 'table', 'elements', 'drop'],
  ...['localhost', 'null', 'true', '~', '1e3', '0x10', 'BACKEND', 'FRONTEND', 'admin', 'password', 'groups'],
];
const sentences = [
  ...[
    '\nglobal\n    daemon',
    '\n    bind :1',
    '\n    server x 192.0.2.9:9',
    ' ssl crt /etc/passwd',
    ' #',
    ' disabled',
  ],
  ...[
    '\r    stats admin if TRUE',
    '"\n}\nflush ruleset\n',
    '; flush ruleset',
    '" ], "x": [ "',
    '\n# agent: "x": 1,',
  ],
  ...[
    '" password a',
    ' insecure-password a',
    ' backup',
    ':1 check',
    '-1',
    '/0',
    '%eth0',
    '.',
    '..',
    '/../',
    '/metrics',
  ],
];
const long = [64, 65, 253, 254, 2048, 5000].flatMap((length) => [
  'a'.repeat(length),
  `${'a '.repeat(length / 2)}`,
]);

const piece = fc.oneof(
  ...[ends, gaps, quotes, expanded, marks, directives, sentences].map((list) => ({
    arbitrary: fc.constantFrom(...list),
    weight: 4,
  })),
  { arbitrary: fc.constantFrom(...long), weight: 1 },
  { arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }), weight: 4 },
  { arbitrary: fc.constantFrom('\ud800', '\udc00', '\u{1f600}', '１', 'é', 'ß', 'ſ', 'İ'), weight: 2 },
);

// A part of them is right, so that what is accepted is looked at in every field.
const lookalike = fc.oneof(
  fc.ipV4(),
  fc.ipV6(),
  fc.constantFrom(
    '::',
    '0.0.0.0',
    '0::0',
    '::1',
    '::ffff:192.0.2.1',
    '10.0.0.0/8',
    '2001:db8::/32',
    '1.2.3.4/+8',
  ),
  fc.domain(),
  fc.stringMatching(/^[A-Za-z0-9_.:-]{1,70}$/),
  fc.stringMatching(/^\/[A-Za-z0-9._~/-]{0,70}$/),
  fc.stringMatching(/^\$(1|2[abxy]|5|6|7|y|gy)\$[./0-9A-Za-z$=,]{1,70}$/),
  fc.stringMatching(/^[1-9][0-9]{0,4}(ms|s|m|h|d)$/),
);

const mixed = fc.array(fc.oneof({ arbitrary: piece, weight: 6 }, { arbitrary: lookalike, weight: 1 }), {
  minLength: 1,
  maxLength: 4,
});

/** Hostile texts, to be sampled or held against a law. */
export const hostile: fc.Arbitrary<Hostile> = fc.oneof(
  { arbitrary: mixed.map((parts) => () => parts.join('')), weight: 6 },
  { arbitrary: lookalike.map((text) => () => text), weight: 1 },
  { arbitrary: mixed.map((parts) => (right: string) => parts.join('') + right), weight: 2 },
  { arbitrary: mixed.map((parts) => (right: string) => right + parts.join('')), weight: 4 },
  { arbitrary: fc.tuple(mixed, fc.nat()).map(([parts, at]) => within(parts.join(''), at)), weight: 4 },
);

function within(text: string, at: number): Hostile {
  return (right) => {
    const place = at % right.length;
    return right.slice(0, place) + text + right.slice(place);
  };
}
