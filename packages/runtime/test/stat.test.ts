import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseStat } from '../src/index.ts';

// Recorded from HAProxy 2.6.12 with one server in each state.
const recorded = readFileSync(new URL('fixtures/show-stat-2.6.csv', import.meta.url), 'utf8');

test('every line below the header becomes a row', () => {
  expect(parseStat(recorded).map(({ pxname, svname }) => `${pxname}/${svname}`)).toEqual([
    'stats/FRONTEND',
    'mysql/FRONTEND',
    'mysql/k8s-worker-1',
    'mysql/k8s-worker-2',
    'mysql/k8s-worker-3',
    'mysql/k8s-worker-4',
    'mysql/k8s-worker-5',
    'mysql/BACKEND',
    'redis/FRONTEND',
    'redis/worker-1',
    'redis/BACKEND',
  ]);
});

test('fields are found by the name in the header', () => {
  const row = parseStat(recorded).find(({ svname }) => svname === 'k8s-worker-2');
  expect(row).toMatchObject({ status: 'DOWN', check_status: 'L4CON', addr: '127.0.0.1:30306', mode: 'tcp' });
});

test('a column that this release does not have yet or any more moves nothing', () => {
  expect(parseStat('# new,svname,pxname\n7,worker-1,mysql\n')).toEqual([
    { new: '7', svname: 'worker-1', pxname: 'mysql' },
  ]);
});

test('an answer that is not a table has no rows', () => {
  expect(parseStat('')).toEqual([]);
  expect(
    parseStat("Unknown command: 'shw stat', but maybe one of the following ones is a better match:\n"),
  ).toEqual([]);
});

test('a row that is cut short has empty fields', () => {
  expect(parseStat('# pxname,svname,status\nmysql')).toEqual([{ pxname: 'mysql', svname: '', status: '' }]);
});

test('a quoted field keeps whatever stands in it', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (check, agent) => {
      const quoted = [check, agent].map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
      const rows = parseStat(`# pxname,last_chk,last_agt,end\nmysql,${quoted},x\nredis,,,y\n`);
      expect(rows).toEqual([
        { pxname: 'mysql', last_chk: check, last_agt: agent, end: 'x' },
        { pxname: 'redis', last_chk: '', last_agt: '', end: 'y' },
      ]);
    }),
  );
});
