import { describe, expect, test } from 'vitest';
import { hasOracle } from '../../oracle/oracle.ts';
import { byRenderer } from './ansible-case.ts';
import { differences } from './differences.ts';

const variables = JSON.stringify({
  all: {
    b: 'é 😀',
    a: [],
    c: {},
    B: ['yes', 2.5, null, true, [[]], { x: '' }, '- a'],
    8443: 1,
    80: 'a\nb\n',
  },
  list: [1, { a: 2 }],
  long: `${'word '.repeat(40)}end`,
});
const options = [
  ...[
    '',
    'indent=2',
    'indent=8',
    'indent=1',
    'indent=12',
    'indent=none',
    "indent='2'",
    'indent=2.5',
    'indent=true',
  ],
  ...[
    'width=20',
    'width=1',
    'width=-1',
    'width=1000',
    'width=none',
    "width='100'",
    'width=20.5',
    'foo=1',
    'Dumper=1',
  ],
  ...[
    'sort_keys=false',
    "sort_keys='no'",
    "sort_keys=''",
    'default_flow_style=true',
    'default_flow_style=false',
  ],
  ...[
    'default_flow_style=none',
    "default_flow_style=''",
    'explicit_start=true',
    'explicit_end=1',
    'version=[1, 1]',
  ],
  ...[
    'default_style="\'"',
    "default_style='|'",
    "default_style='>'",
    "default_style='x'",
    "default_style=''",
  ],
  ...['line_break="\\r\\n"', "line_break='x'", '2', '2, 3, 4', 'allow_unicode=false'],
];
const written = [
  ...[
    "'a'",
    "''",
    'none',
    '5',
    '[]',
    '(1, 2)',
    '{(1, 2): 3}',
    "[1, 2]|map('string')",
    "{'a': 1}.keys()",
    'range(3)',
  ],
  ...[
    "{'a': 1}.items()",
    '[missing]',
    'missing',
    'namespace(a=1)',
    "{'b': 1, 'a': 2, 1: 3}",
    "'\ud83d\ude00'",
  ],
  ...['[1.0, 1e20, 1e-7, -0.0, 123456789012345678901234567890]', '[()] * 2', '{1: 2, true: 3, none: 4}'],
  ...[
    "{'x': list, 'y': list}",
    '[list[1], list]',
    '{}|combine({1: list, 2: list})',
    '{list|first: list}|dict2items',
  ],
  ...["['2020-01-01 01:02:03'|to_datetime]", "('a: 2020-01-01'|from_yaml)", "'a: &x [1]\\nb: *x'|from_yaml"],
];
const read = [
  ...[
    'none',
    '5',
    '[5]',
    "''",
    "'# only'",
    "'a: 1\\na: 2'",
    "'a: ['",
    "'---\\na\\n---\\nb'",
    "'a: &x [*x]'",
    "'a: ='",
  ],
  ...[
    '\'8443: 1\\n80: 2\\n1.0: x\\nyes: 1\\n~: 2\\n"8443": 7\'',
    "'[a, b]: 1'",
    "'a: !foo x'",
    "'a: b: c'",
    "'\\ta: b'",
  ],
  ...[
    "'x: {<<: [{a: 1, b: 2}, {b: 3}], d: 5}'",
    "'x: {d: 5, <<: 5}'",
    "'a: |\\n  x'",
    "'a: 2020-02-30'",
    'missing',
  ],
];

describe('YAML', () => {
  test.skipIf(!hasOracle)('is written and read as Ansible does', { timeout: 60_000 }, () => {
    const templates = [
      ...options.flatMap((given) => [`{{ all | to_yaml(${given}) }}`, `{{ all | to_nice_yaml(${given}) }}`]),
      ...written.flatMap((value) => [`{{ ${value} | to_yaml }}`, `{{ ${value} | to_nice_yaml(indent=2) }}`]),
      '{{ {long: [long, [long]]} | to_yaml(width=30) }}{{ list | to_nice_yaml | indent(4) }}',
      ...read.flatMap((text) => [`{{ ${text} | from_yaml }}`, `{{ ${text} | from_yaml_all }}`]),
    ];
    expect(differences(templates, variables)).toEqual([]);
  });

  test.each(['canonical', 'encoding', 'tags'])('the option %s is refused', (name) => {
    expect(byRenderer(`{{ [1] | to_yaml(${name}=1) }}`, '{}')).toEqual({
      error: `to_yaml(${name}=…) is not supported here; leave it out`,
    });
  });

  test('a value deeper than Python can go is refused', () => {
    const template =
      '{% set n = namespace(a=[]) %}{% for i in range(3000) %}{% set n.a = [n.a] %}{% endfor %}{{ n.a|to_yaml }}';
    expect(byRenderer(template, '{}')).toEqual({ error: 'maximum recursion depth exceeded' });
  });
});
