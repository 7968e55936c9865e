import { describe, expect, test } from 'vitest';
import { hasOracle } from '../../oracle/oracle.ts';
import { byRenderer } from './ansible-case.ts';
import { differences } from './differences.ts';

const variables = JSON.stringify({
  all: { b: 'é', a: [], c: {}, B: [1, 2.5, null, true, [[]], { x: '' }], 8443: 1, 80: 2 },
  text: '\u0000\u001f\u007f\u2028"\\/\b\f\n\r\t😀\ue000',
});
const options = [
  ...[
    '',
    'indent=2',
    'indent=0',
    'indent=-1',
    "indent='--'",
    'indent=none',
    'indent=true',
    'indent=1.5',
    'indent=[1]',
  ],
  ...[
    'sort_keys=true',
    'sort_keys=false',
    "sort_keys=''",
    'ensure_ascii=false',
    'skipkeys=true',
    'foo=1',
    'cls=1',
  ],
  ...["separators=(',', ':')", "separators=[';', '=']", "separators=','", "indent=1, separators=(',', ':')"],
  ...[
    'allow_nan=false',
    'vault_to_text=true',
    'preprocess_unsafe=false',
    '2',
    '2, false',
    'none',
    '2, true, 1',
  ],
];
const written = [
  "{1: 'a', '1': 'b'}",
  '{1.0: 1, 1e20: 2, none: 3, false: 4, 1.5: 5}',
  "{'\ue000': 1, '😀': 2, 'é': 3}",
  '{(1, 2): 3}',
  "[1, 2]|map('string')",
  "{'a': 1}.items()",
  'range(3)',
  '(1, (2,))',
  '[1e20, 1e16, 0.1, 1e-7, -0.0, 12345678901234567890, 3.0]',
  "['inf'|float, '-inf'|float, 'nan'|float]",
  'text',
  "['2020-01-01 01:02:03'|to_datetime]",
  '[missing]',
  'missing',
  'namespace(a=1)',
  'none',
  '5',
];
const read = [
  '{"a": 1.0, "b": [1e3, 12345678901234567890, NaN, -Infinity], "8443": 1, "80": 2}',
  ...[
    '',
    '{a',
    '[1] x',
    '[1,]',
    '"a',
    ' [1] ',
    '{"a":1,"a":2}',
    '"\\u00e9\\ud83d\\ude00"',
    '01',
    '-',
    'nul',
    '1.',
    '\t1',
  ],
];
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

describe('JSON', () => {
  test.skipIf(!hasOracle)('is written and read as Ansible does', { timeout: 60_000 }, () => {
    const templates = [
      ...options.flatMap((given) => [`{{ all | to_json(${given}) }}`, `{{ all | to_nice_json(${given}) }}`]),
      ...written.flatMap((value) => [`{{ ${value} | to_json }}`, `{{ ${value} | to_nice_json }}`]),
      '{{ text | to_json(ensure_ascii=false) }}',
      "{{ ['inf'|float] | to_json(allow_nan=false) }}",
      ...read.map((text) => `{{ [${quoted(text)} | from_json] }}`),
      ...['5', '[5]', 'none', 'missing'].map((value) => `{{ ${value} | from_json }}`),
    ].filter((template) => template !== '{{ all | to_json(2) }}' && !/\((?:none|2), /.test(template));
    expect(differences(templates, variables)).toEqual([]);
  });

  test('a value deeper than Python can go is refused', () => {
    const template =
      '{% set n = namespace(a=[]) %}{% for i in range(3000) %}{% set n.a = [n.a] %}{% endfor %}{{ n.a|to_json }}';
    expect(byRenderer(template, '{}')).toEqual({ error: 'maximum recursion depth exceeded' });
  });
});
