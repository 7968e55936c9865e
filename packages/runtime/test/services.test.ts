import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseStat, summary } from '../src/index.ts';

const recorded = readFileSync(new URL('fixtures/show-stat-2.6.csv', import.meta.url), 'utf8');

test('the stats page is no service', () => {
  expect(summary(parseStat(recorded)).map(({ name }) => name)).toEqual(['mysql', 'redis']);
});

test('a server has the status, the check and the sessions that HAProxy gives it', () => {
  const [mysql, redis] = summary(parseStat(recorded));
  expect(mysql).toMatchObject({ status: 'UP', sessions: 0 });
  expect(mysql?.servers.map(({ status }) => status)).toEqual(['UP', 'DOWN', 'no check', 'MAINT', 'DRAIN']);
  expect(mysql?.servers[1]).toEqual({
    name: 'k8s-worker-2',
    address: '127.0.0.1:30306',
    status: 'DOWN',
    check: 'L4CON',
    checkDescription: 'Layer4 connection problem: Connection refused',
    sessions: 0,
    lastChange: 3,
  });
  expect(redis?.servers).toMatchObject([{ name: 'worker-1', sessions: 1, check: 'L4OK' }]);
});

test('a server without a check has none', () => {
  const server = summary(parseStat(recorded))[0]?.servers[2];
  expect(server).toEqual({
    name: 'k8s-worker-3',
    address: '127.0.0.1:30307',
    status: 'no check',
    sessions: 0,
    lastChange: 3,
  });
});

test('listeners with rows of their own say where clients connect', () => {
  const rows = parseStat(
    '# pxname,svname,type,addr,status,scur\nmysql,sock-1,3,0.0.0.0:3306,OPEN,0\nmysql,BACKEND,1,,UP,0\nmysql,a,2,,UP,0\n',
  );
  expect(summary(rows)).toMatchObject([{ bind: ['0.0.0.0:3306'], servers: [{ name: 'a' }] }]);
});

test('a backend without servers is no service', () => {
  expect(
    summary(parseStat('# pxname,svname,type,status,scur\nhttp,FRONTEND,0,OPEN,0\nhttp,BACKEND,1,UP,0\n')),
  ).toEqual([]);
});
