import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../src/index.ts';
import { errors } from './errors.ts';

const server = { name: 'worker-1', address: '192.0.2.11', port: 30306 };
const service = { name: 'mysql', port: 3306, servers: [server] };
const withService = (change: object) => ({ haproxy_tcp_backends: [{ ...service, ...change }] });
const withServer = (change: object) => withService({ servers: [{ ...server, ...change }] });

function sentence({ message, hint }: Diagnostic): string {
  return `${message}; ${hint}`;
}

/** Like the value that a reader of YAML makes of 3306.0. */
class Float {
  toString(): string {
    return '3306.0';
  }
}

describe('says in one sentence what is wrong and what to do', () => {
  const item = 'haproxy_tcp_backends[0]';
  test.each<[string, object, string, string]>([
    [
      'a port in quotes',
      withService({ port: '3306' }),
      'wrong-type',
      `${item}.port is the text "3306"; write it without quotes: port: 3306`,
    ],
    [
      'a port that is no number',
      withService({ port: 'mysql' }),
      'wrong-type',
      `${item}.port is the text "mysql"; use a whole number from 1 to 65535`,
    ],
    [
      'a port left empty',
      withService({ port: null }),
      'wrong-type',
      `${item}.port is empty; use a whole number from 1 to 65535`,
    ],
    [
      'a float',
      withService({ port: new Float() }),
      'wrong-type',
      `${item}.port is 3306.0; use a whole number from 1 to 65535`,
    ],
    [
      'a fraction',
      withService({ port: 1.5 }),
      'wrong-type',
      `${item}.port is 1.5; use a whole number from 1 to 65535`,
    ],
    [
      'a huge number',
      withService({ port: 2n ** 64n }),
      'out-of-range',
      `${item}.port is 18446744073709551616; use a whole number from 1 to 65535`,
    ],
    [
      'a truth in quotes',
      withServer({ check: 'yes' }),
      'wrong-type',
      `${item}.servers[0].check is the text "yes"; write it without quotes: check: yes`,
    ],
    [
      'a name that is a number',
      withService({ name: 3306 }),
      'wrong-type',
      `${item}.name is 3306; put it in quotes: name: "3306"`,
    ],
    [
      'a name that is a truth',
      withService({ name: true }),
      'wrong-type',
      `${item}.name is true; put it in quotes: name: "true"`,
    ],
    [
      'a duration without unit',
      withServer({ check_interval: 2 }),
      'wrong-type',
      `${item}.servers[0].check_interval is 2; write a whole number above 0 with a unit: ms, s, m, h or d, such as 500ms or 2s`,
    ],
    [
      'a duration past the limit',
      withServer({ check_interval: '25d' }),
      'bad-format',
      `${item}.servers[0].check_interval is the text "25d"; HAProxy counts up to 2147483647 ms: use less than 25 days`,
    ],
    [
      'a mapping for a list',
      { haproxy_tcp_backends: service },
      'wrong-type',
      'haproxy_tcp_backends is a mapping; write a list: put "- " before its first key',
    ],
    [
      'a text for a mapping',
      { haproxy_tcp_backends: ['mysql'] },
      'wrong-type',
      `${item} is the text "mysql"; write a mapping with name, port, mode, balance, bind, maxconn, send_proxy, servers, sni_routes`,
    ],
    [
      'nothing for a list',
      { haproxy_tcp_backends: null },
      'wrong-type',
      'haproxy_tcp_backends is empty; write a list, or [] for an empty one',
    ],
    [
      'a text for a list that may not be empty',
      withService({ bind: '192.0.2.1' }),
      'wrong-type',
      `${item}.bind is the text "192.0.2.1"; write a list: bind: ["192.0.2.1"]`,
    ],
    [
      'an unknown mode',
      withService({ mode: 'http' }),
      'not-a-choice',
      `${item}.mode is the text "http"; write tcp, or leave the line out`,
    ],
    [
      'an unknown key far from all',
      withService({ zzz: 1 }),
      'unknown-key',
      `${item}.zzz is no field that the role knows; take it out, or use one of name, port, mode, balance, bind, maxconn, send_proxy, servers, sni_routes`,
    ],
    [
      'an unknown key with a blank',
      withService({ 'po rt': 1 }),
      'unknown-key',
      `${item}["po rt"] is no field that the role knows; did you mean port?`,
    ],
    [
      'an address given twice',
      withService({ bind: ['192.0.2.1', '192.0.2.1'] }),
      'duplicate-item',
      `${item}.bind[1] is the same as ${item}.bind[0]; take one of the two out`,
    ],
    [
      'a range that is none',
      { haproxy_stats_allowed: ['192.0.2.0/33'] },
      'bad-format',
      'haproxy_stats_allowed[0] is the text "192.0.2.0/33"; write an IP address or a range, such as 192.0.2.0/24 or 2001:db8::/32',
    ],
    [
      'a path of the metrics',
      { haproxy_stats_path: '/metrics' },
      'bad-format',
      `haproxy_stats_path is the text "/metrics"; begin with '/', use only letters, digits and . _ ~ / -, and leave /metrics to the metrics`,
    ],
  ])('%s', (_what, variables, code, words) => {
    const found = errors(variables);
    expect(found.map((diagnostic) => [diagnostic.code, sentence(diagnostic)])).toEqual([[code, words]]);
  });

  test('a name that is too long, cut', () => {
    const [found, ...more] = errors(withService({ name: 'x'.repeat(65) }));
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: 'too-long', hint: 'use at most 64' });
    expect(found?.message).toContain(`${'x'.repeat(60)}…": 65 characters`);
  });
});

describe('messages', () => {
  test('escape what a terminal would act on', () => {
    const [found] = errors(withService({ name: 'a\u001b[31m\n\u009b\u202e' }));
    expect(found?.message).toContain('"a\\u001b[31m\\n\\u009b\\u202e"');
  });

  test('never show a password', () => {
    const [found] = errors({ haproxy_stats_users: [{ name: 'ops', password_hash: 'hunter2' }] });
    expect(found?.code).toBe('bad-format');
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });
});

describe('a name at the top', () => {
  test.each([
    ['haproxy_tcp_backend', 'did you mean haproxy_tcp_backends?'],
    ['haporxy_tcp_backends', 'did you mean haproxy_tcp_backends?'],
    ['HAPROXY_MAXCONN', 'did you mean haproxy_maxconn?'],
  ])('%s is a mistake', (name, hint) => {
    expect(errors({ [name]: 1 })).toMatchObject([{ code: 'unknown-variable', path: [name], hint }]);
  });

  test('haproxy_something is a mistake, though nothing is like it', () => {
    const [found] = errors({ haproxy_something: 1 });
    expect(found?.hint).toContain('haproxy_tcp_backends');
  });

  test.each(['keepalived_vip', 'ansible_user', '__proto__', 'constructor'])(
    '%s is not the role’s',
    (name) => {
      expect(errors({ [name]: 1 })).toEqual([]);
    },
  );
});

describe('variables', () => {
  test.each([[null], [undefined], [{}]])('may be absent: %j', (variables) => {
    expect(errors(variables)).toEqual([]);
  });

  test.each([[[]], ['text'], [3]])('are no %j', (variables) => {
    expect(errors(variables)).toMatchObject([{ code: 'not-a-mapping' }]);
  });

  test('are all judged at once, in the order of the file', () => {
    const lines: Record<string, number> = { haproxy_maxconn: 1, haproxy_stats_port: 2 };
    const at = (line: number) => ({ start: { line, column: 1 }, end: { line, column: 2 } });
    const locate = ([name]: (string | number)[]) => at(lines[String(name)] ?? 9);
    const found = errors({ haproxy_stats_port: -1, haproxy_maxconn: 0 }, { locate, file: 'vars.yaml' });
    expect(found.map(({ path, range, file }) => [path, range?.start.line, file])).toEqual([
      [['haproxy_maxconn'], 1, 'vars.yaml'],
      [['haproxy_stats_port'], 2, 'vars.yaml'],
    ]);
  });

  test('without a place are ordered by their paths, indexes as numbers', () => {
    const services = Array.from({ length: 11 }, (_, index) => ({
      ...service,
      name: `s${index}`,
      port: 3300 + index,
    }));
    const broken = services.map((one, index) => (index === 2 || index === 10 ? { ...one, port: 0 } : one));
    expect(errors({ haproxy_tcp_backends: broken }).map(({ path }) => path[1])).toEqual([2, 10]);
  });
});

test('whatever the values are, the check ends with diagnostics whose messages are one line', () => {
  const value = fc.anything({
    maxDepth: 1,
    maxKeys: 3,
    withBigInt: true,
    withDate: true,
    withNullPrototype: true,
  });
  const field = fc.constantFrom(
    'name',
    'port',
    'bind',
    'servers',
    'mode',
    'balance',
    'address',
    'check',
    'x',
  );
  const services = fc.array(
    fc.oneof(value, fc.dictionary(field, fc.oneof(value, fc.array(fc.dictionary(field, value))))),
  );
  const variables = fc.record({
    haproxy_tcp_backends: fc.oneof(value, services),
    haproxy_udp_backends: services,
    haproxy_stats_port: value,
  });
  fc.assert(
    fc.property(variables, fc.array(fc.array(fc.oneof(field, fc.nat(3)))), (given, places) => {
      const unresolved = places.map((place) => ['haproxy_tcp_backends', ...place]);
      for (const { message, hint } of errors(given, { unresolved }))
        expect(`${message}${hint}`).not.toMatch(/\n/);
    }),
    { numRuns: 300 },
  );
});

test('a list that holds itself is judged and ends', () => {
  const list: unknown[] = [];
  list.push(list);
  expect(errors({ haproxy_tcp_backends: list })).toMatchObject([{ code: 'wrong-type' }]);
});
