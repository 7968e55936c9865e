import { describe, expect, test } from 'vitest';
import { hasOracle } from '../../oracle/oracle.ts';
import { byRenderer } from './ansible-case.ts';
import { differences } from './differences.ts';

const aware = "to_datetime('%Y-%m-%d %H:%M:%S%z')";
const with2 = (text: string): string =>
  `{% set d = '2020-03-04 05:06:07'|to_datetime %}{% set e = '2019-01-02 03:04:05'|to_datetime %}${text}`;
const directives = [...'aAbBcCdDeFgGhHIjklmMnNpPQrRsStTuUVwWxXyYzZ%fE+']
  .map((letter) => `%${letter}`)
  .join('|');
const epochs = [
  0, 1, 1_441_357_287, 951_782_400, 1_735_689_599, 1_704_067_200, 1_230_768_000, -1, -2_208_988_800,
];

const templates = [
  ...epochs.map((epoch) => `{{ '${directives}' | strftime(${epoch}, true) }}`),
  ...["'1441357287'", '1.5', "'1.5'", 'true', "'abc'", "''", '[1]'].map(
    (one) => `{{ '%F %T %Z' | strftime(${one}) }}`,
  ),
  "{{ '%-d|%_d|%05d|%^a|%#a|%10Y|%-H|%_5m|%E|%Ey|%Oy|%5%|%é😀Y' | strftime(0) }}",
  ...[
    'd - e',
    'e - d',
    '(d - e) // 2',
    '(d - e) / 2',
    '(d - e) * 1.5',
    '(d - e) / (d - e)',
    '(d - e) % (e - d)',
  ].map((one) => with2(`x{{ ${one} }}`)),
  ...[
    '-(d - e)',
    'e + (d - e)',
    'd - (d - e)',
    'd > e',
    'd == e',
    'd < 1',
    'd == 1',
    'd + d',
    'd - 1',
    '[d, e]|max',
  ].map((one) => with2(`x{{ ${one} }}`)),
  with2('{{ (d - e).days }} {{ (d - e).seconds }} {{ (d - e).total_seconds() }} {{ (e - d).microseconds }}'),
  with2(
    "{{ d.isoformat() }} {{ d.isoformat(' ', 'minutes') }} {{ d.timestamp() }} {{ d.weekday() }} {{ d.ctime() }}",
  ),
  with2(
    "{{ d.strftime('%A %f|%z|%Z') }} {{ d.date() }} {{ d.time() }} {{ d.replace(year=2021, hour=1) }} {{ [d] }}",
  ),
  with2(
    '{{ d.isocalendar()[1] }} {{ d.toordinal() }} {{ [d.date()] }} {{ d.timetuple() | list }} {{ d.year + d.hour }}',
  ),
  with2(
    '{{ d.date() - e.date() < d - e }} {{ d | type_debug }} {{ d is string }} {{ d.foo is defined }} {{ {d: 1} }}',
  ),
  with2("{{ 'x' ~ d }} {{ '%s' % d }} {{ '{:%Y}'.format(d) }} {{ [d, e] | to_json }} {{ [d, d] | to_yaml }}"),
  `x{{ ('2020-01-02 03:04:05+0100'|${aware}) - ('2020-01-02 03:04:05-0130'|${aware}) }}`,
  `{{ ('2020-01-02 03:04:05+0100'|${aware}).strftime('%z %Z %T') }} {{ '2020-01-02 03:04:05Z'|${aware} }}`,
  `{{ ['2020-01-02 03:04:05-0130'|${aware}] }} {{ ('2020-01-02 03:04:05+0100'|${aware}).timestamp() }}`,
  `{{ ('2020-01-02 03:04:05+0100'|${aware}) - ('2020-01-02 03:04:05'|to_datetime) }}`,
  ...[
    "'x'",
    '5',
    "'2020-01-01'",
    "'2020-01-01 10:00:00 x'",
    "'2020-02-30 10:00:00'",
    "'2016-8-4  2:0:1'",
  ].map((one) => `{{ ${one} | to_datetime }}`),
  ...[
    ["'20200101T101112Z'", '%Y%m%dT%H%M%SZ'],
    ["'2020-01-01T10:11:12.123'", '%Y-%m-%dT%H:%M:%S.%f'],
    ["'1 jan 20 10 PM'", '%d %b %y %I %p'],
    ["'12 AM'", '%I %p'],
    ["'68'", '%y'],
    ["'69'", '%y'],
    ["'Wed 1 2020'", '%a %W %Y'],
    ["'Sun 0 2020'", '%a %U %Y'],
    ["'366 2020'", '%j %Y'],
    ["'366 2021'", '%j %Y'],
    ["'2020 10 3'", '%G %V %u'],
    ["'2020 10'", '%G %V'],
    ["'Wed Mar  4 05:06:07 2020'", '%c'],
    ["'03/04/20 05:06:07'", '%x %X'],
    ["'x'", '%Q'],
    ["'x'", '%'],
    ["'29 Feb'", '%d %b'],
    ["'a.b 5%'", 'a.b %d%%'],
  ].map(([text, format]) => `{{ ${text} | to_datetime('${format}') }}`),
];

describe('dates and times', () => {
  test.skipIf(!hasOracle)('are those of Ansible', { timeout: 60_000 }, () => {
    expect(differences(templates)).toEqual([]);
  });

  test('now is what the clock says', () => {
    expect(byRenderer("{{ now() }} {{ now(true, '%Y') }} {{ '%T' | strftime }}", '{}')).toEqual({
      text: '1970-01-01 00:00:00 1970 00:00:00',
    });
  });

  test('a width that no text needs is refused', () => {
    expect(byRenderer("{{ '%500000Y' | strftime(0) }}", '{}')).toEqual({
      error: '%500000 is wider than 1000 characters',
    });
  });

  test('what Python has and templates do not need is refused', () => {
    expect(byRenderer('{{ now().astimezone() }}', '{}')).toEqual({
      error: 'astimezone() of a datetime is not supported; use strftime()',
    });
  });
});
