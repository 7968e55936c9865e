import { expect, test } from 'vitest';
import { judgeDeployment } from '../deployment.mjs';

const was = { content: 'a', file: '1', process: '1' };
const traffic = {
  b: {
    tcp: { sessions: 2, alive: 2, connections: 9, refused: 0, outage: 0, reasons: [] },
    udp: { flows: 2, sent: 9, lost: 0, moved: 0, left: [], lostInMoves: 0 },
  },
};
const recap = (changed) => `b : ok=9 changed=${changed} failed=0\nc : ok=9 changed=0 failed=0\n`;

function resultOf(code, said, after = was) {
  return { before: { b: was }, after: { b: after }, deployment: { code, said }, traffic };
}

test('a deployment that ends with 0, and whose file the process runs, is right', () => {
  const after = { content: 'b', file: '2', process: '2' };
  expect(judgeDeployment(resultOf(0, recap(3), after), {})).toEqual([]);
});

test('one that fails is not', () => {
  expect(judgeDeployment(resultOf(2, recap(3)), {})).toEqual(['the deployment ended with 2']);
});

test('one after which the process runs something else is not, nor one that nobody can tell of', () => {
  const lost = { content: 'b', file: '2', process: '1' };
  expect(judgeDeployment(resultOf(0, recap(3), lost), {})).toEqual(['b: the process runs 1, the file is 2']);
  const silent = { content: 'b', file: null, process: null };
  expect(judgeDeployment(resultOf(0, recap(3), silent), {})).toHaveLength(1);
});

test('one without a change says changed=0 of every host', () => {
  expect(judgeDeployment(resultOf(0, recap(0)), { unchanged: true })).toEqual([]);
  expect(judgeDeployment(resultOf(0, recap(1)), { unchanged: true })).toHaveLength(1);
  expect(judgeDeployment(resultOf(0, ''), { unchanged: true })).toHaveLength(1);
});

test('one that has to fail names the cause and leaves file and process', () => {
  expect(judgeDeployment(resultOf(2, 'port 7777\nis taken'), { fails: 'port 7777.*taken' })).toEqual([]);
  expect(judgeDeployment(resultOf(0, 'port 7777 is taken'), { fails: '7777' })).toHaveLength(1);
  expect(judgeDeployment(resultOf(2, 'it failed'), { fails: '7777' })).toHaveLength(1);
  const written = { content: 'b', file: '2', process: '2' };
  expect(judgeDeployment(resultOf(2, '7777', written), { fails: '7777' })).toEqual([
    'b: haproxy.cfg is not as before',
  ]);
});

test('one that is killed may leave file and process apart, and harms no traffic all the same', () => {
  const halfway = { content: 'b', file: '2', process: '1' };
  const expected = { fails: 'killed', halfway: true };
  expect(judgeDeployment(resultOf(null, 'killed', halfway), expected)).toEqual([]);
  expect(judgeDeployment(resultOf(null, 'killed', halfway), { fails: 'killed', apart: true })).toEqual([]);
  expect(judgeDeployment(resultOf(null, 'killed', was), { fails: 'killed', apart: true })).toHaveLength(1);
  const cut = structuredClone(traffic);
  cut.b.tcp.alive = 1;
  expect(judgeDeployment({ ...resultOf(null, 'killed', halfway), traffic: cut }, expected)).toHaveLength(1);
});

const before = { ...was, deployments: ['0001'] };
const after = { content: 'b', file: '2', process: '2', deployments: ['0001', '0002'] };

function rolled(hosts, { code = 0, said = '', outage = 0 } = {}) {
  const names = Object.keys(hosts);
  const refused = { refused: 4, outage, reasons: ['no answer'] };
  const one = { ...traffic.b, tcp: { ...traffic.b.tcp, ...(outage > 0 ? refused : {}) } };
  return {
    before: Object.fromEntries(names.map((name) => [name, before])),
    after: hosts,
    deployment: { code, said },
    traffic: Object.fromEntries(names.map((name) => [name, one])),
  };
}

test('a balancer that was to be deployed to runs another file than before, also where the deployment fails', () => {
  const stopped = { code: 2, said: 'no session' };
  const expected = { fails: 'no session', deployed: ['b'] };
  expect(judgeDeployment(rolled({ b: after }, stopped), expected)).toEqual([]);
  expect(judgeDeployment(rolled({ b: before }, stopped), expected)).toEqual(['b: haproxy.cfg is as before']);
  expect(judgeDeployment(rolled({ b: { ...after, process: '1' } }, stopped), expected)).toHaveLength(1);
});

test('a balancer that was to be left alone has the same file, and no deployment of it was begun', () => {
  const expected = { untouched: ['c'] };
  const recap = 'b  : ok=9 changed=2 failed=0\nc  : ok=9 changed=0 failed=0\n';
  expect(judgeDeployment(rolled({ b: after, c: before }, { said: recap }), expected)).toEqual([]);
  expect(judgeDeployment(rolled({ b: after, c: before }), expected)).toEqual([]);
  const rolledBack = { ...before, deployments: ['0001', '0002'] };
  expect(judgeDeployment(rolled({ b: after, c: rolledBack }), expected)).toEqual([
    'c: it was deployed to: 0002',
  ]);
  const written = { ...after, deployments: ['0001'] };
  expect(judgeDeployment(rolled({ b: after, c: written }), expected)).toEqual([
    'c: haproxy.cfg is not as before',
  ]);
  const changed = 'b  : ok=9 changed=0 failed=0\nc  : ok=9 changed=1 failed=0\n';
  expect(judgeDeployment(rolled({ b: after, c: before }, { said: changed }), expected)).toEqual([
    'c: the deployment changed something',
  ]);
});

test('clients of a balancer that was to be left alone are never refused', () => {
  const result = rolled({ b: after, c: before }, { outage: 2 });
  expect(judgeDeployment(result, { untouched: ['c'], outage: 5 })).toEqual([
    'c: 4 of 9 new connections were refused over 2 s: no answer',
  ]);
});

test('a balancer that the project does not have is named', () => {
  const problems = judgeDeployment(rolled({ b: after }), { deployed: ['b'], untouched: ['elsewhere'] });
  expect(problems).toEqual(['elsewhere: there is no such balancer']);
});
