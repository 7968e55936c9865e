import { describe, expect, test } from 'vitest';
import { readYaml, Timestamp, YamlFloat } from '../src/index.ts';

function read(scalar: string): unknown {
  const result = readYaml(`a: ${scalar}\n`);
  return result.ok ? (result.document.value as Record<string, unknown>).a : result.problem;
}

// Recorded from ansible-core 2.19's loader over PyYAML 6.0.3.
const recorded: Record<string, [text: string, value: unknown][]> = {
  'booleans in the spellings that PyYAML takes': [
    ...['yes', 'Yes', 'YES', 'on', 'On', 'ON', 'true', 'True', 'TRUE'].map((text): [string, unknown] => [
      text,
      true,
    ]),
    ...['no', 'No', 'NO', 'off', 'Off', 'OFF', 'false', 'False', 'FALSE'].map((text): [string, unknown] => [
      text,
      false,
    ]),
  ],
  nulls: [
    ['~', null],
    ['null', null],
    ['Null', null],
    ['NULL', null],
    ['', null],
  ],
  'decimal integers': [
    ['0', 0],
    ['-0', 0],
    ['+12', 12],
    ['30306', 30306],
    ['1_000', 1000],
    ['1_', 1],
    ['1__0', 10],
  ],
  'octal integers': [
    ['00', 0],
    ['07', 7],
    ['0777', 511],
    ['-0777', -511],
    ['0_7', 7],
    ['0777_', 511],
  ],
  'hexadecimal and binary integers': [
    ['0x1F', 31],
    ['-0x1f', -31],
    ['0x_1', 1],
    ['0b101', 5],
    ['0b1_0', 2],
  ],
  'sexagesimal integers': [
    ['1:30', 90],
    ['-1:30', -90],
    ['1:5', 65],
    ['22:22', 1342],
    ['190:20:30', 685230],
    ['11:22:33:44:55:16', 8846009716],
  ],
  'integers past 2^53 as big integers': [
    ['9007199254740991', 9007199254740991],
    ['9007199254740993', 9007199254740993n],
    ['-9007199254740993', -9007199254740993n],
    ['0x20000000000001', 9007199254740993n],
  ],
  'floats, kept apart from integers': [
    ...([
      ['1.', 1],
      ['.5', 0.5],
      ['0.0', 0],
      ['3306.0', 3306],
      ['1.0e+3', 1000],
      ['1.e+3', 1000],
      ['1.0e-3', 0.001],
      ['1_0.5', 10.5],
      ['1.5_0', 1.5],
      ['1:30.5', 90.5],
    ] as const),
    ...([
      ['.inf', Infinity],
      ['.Inf', Infinity],
      ['+.INF', Infinity],
      ['-.inf', -Infinity],
      ['.nan', NaN],
      ['.NaN', NaN],
      ['.NAN', NaN],
    ] as const),
  ].map(([text, value]): [string, unknown] => [text, new YamlFloat(value, text)]),
  timestamps: [
    '2001-12-14',
    '2001-12-14T21:59:43.10-05:00',
    '2001-12-14t21:59:43',
    '2001-12-14 21:59:43',
  ].map((text): [string, unknown] => [text, new Timestamp(text)]),
  'text, where other readers see something else': [
    'y',
    'n',
    'Y',
    'N',
    'yEs',
    'tRUE',
    'nULL',
    'none',
    'None',
    '08',
    '089',
    '0o7',
    '0X1f',
    '0B1',
    '0b',
    '0x',
    '0b2',
    '_1',
    '1:60',
    '01:30',
    '11:22:33:44:55:66',
    '1e3',
    '1.5e3',
    '12e03',
    '-.5',
    '+.5',
    '._5',
    '.iNF',
    '-.nan',
    '2001-1-1',
    '1,000',
    '192.168.1.1',
    '1.2.3',
    '::1',
    '.',
    '--',
    '2s',
  ].map((text): [string, unknown] => [text, text]),
  'values under tags': [
    ['!!str 12', '12'],
    ['!!int "0777"', 511],
    ['!!float 3', new YamlFloat(3, '3')],
    ['!!bool yes', true],
    ['!!null ""', null],
    ['!unsafe "12"', 12],
    ['!unsafe 12', 12],
    ['!!str', ''],
  ],
};

for (const [what, cases] of Object.entries(recorded)) {
  describe(`reads ${what}`, () => {
    test.each(cases)('%j', (text, value) => {
      expect(read(text)).toStrictEqual(value);
    });
  });
}

test('quotes make text of everything', () => {
  expect(read('"3306"')).toBe('3306');
  expect(read("'yes'")).toBe('yes');
});
