import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseStat, summary } from '../src/index.ts';

function fixture(name: string): string {
  return readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
}

const recorded = fixture('show-stat-2.6.csv');
// Recorded from HAProxy 2.6.12 with the backends of the UDP plane; one worker drained, one put into maintenance.
const udp = summary(parseStat(fixture('show-stat-udp-2.6.csv')));

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

test('a UDP service has its own name, which a TCP service may have too', () => {
  expect(udp.map(({ name, protocol }) => [name, protocol])).toEqual([
    ['mysql', 'tcp'],
    ['wireguard', 'udp'],
    ['dns', 'udp'],
    ['mysql', 'udp'],
  ]);
});

// Recorded from HAProxy 2.6.12: services https (with the routes shop and shop_us) and https_shop (with the route eu).
test('a route belongs to the service before it, whatever else its section could be called after', () => {
  const sni = summary(parseStat(fixture('show-stat-sni-2.6.csv')));
  expect(sni.map(({ name, protocol, route }) => [name, protocol, route])).toEqual([
    ['https', 'tcp', undefined],
    ['https', 'tcp', 'shop'],
    ['https', 'tcp', 'shop_us'],
    ['https_shop', 'tcp', undefined],
    ['https_shop', 'tcp', 'eu'],
    ['dns', 'udp', undefined],
  ]);
  expect(sni[1]?.servers).toMatchObject([{ name: 'worker-1', address: '127.0.0.1:30443' }]);
});

test('a section that is called like a route and follows no service is one itself', () => {
  const csv = '# pxname,svname,type,status,scur\nsni_a_b,w,2,UP,0\nsni_a_b,BACKEND,1,UP,0\n';
  expect(summary(parseStat(csv))).toMatchObject([{ name: 'sni_a_b', protocol: 'tcp' }]);
});

test('a server that tracks a worker has its own status and the check of the worker', () => {
  expect(udp[1]?.servers.map(({ status, check }) => [status, check])).toEqual([
    ['DRAIN', 'L7OK'],
    ['NOLB', 'L7OKC'],
    ['DOWN', 'L4CON'],
    ['MAINT', 'L7OK'],
    ['DOWN', 'L7STS'],
  ]);
  expect(udp[1]?.servers[4]).toMatchObject({
    name: 'k8s-worker-5',
    address: '127.77.0.15:31820',
    checkDescription: 'Layer7 wrong status: Service Unavailable',
  });
});

test('a server that tracks one that HAProxy does not show has no check', () => {
  const csv =
    '# pxname,svname,type,status,scur,tracked\nudp_a,w,2,UP,0,workers/gone\nudp_a,BACKEND,1,UP,0,\n';
  expect(summary(parseStat(csv))[0]?.servers[0]).toEqual({ name: 'w', status: 'UP', sessions: 0 });
});
