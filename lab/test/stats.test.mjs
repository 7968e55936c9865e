import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { parseStats, serverStatus } from '../stats.mjs';

const CSV = `# pxname,svname,status,last_chk,check_desc,
mysql,FRONTEND,OPEN,,,
mysql,k8s-worker-1,UP 1/3,"L4TOUT, ""slow""",Layer4 timeout,
mysql,BACKEND,UP,,,
`;

test('cells are found by the names of their columns, also behind quoted ones', () => {
  const [, server] = parseStats(CSV);
  expect(server).toMatchObject({
    svname: 'k8s-worker-1',
    last_chk: 'L4TOUT, "slow"',
    check_desc: 'Layer4 timeout',
  });
});

test('the status of a server is read from the page, and an unknown server is an error', async () => {
  const http = createServer((_, response) => response.end(CSV)).listen(0, '127.0.0.1');
  await once(http, 'listening');
  const url = `http://127.0.0.1:${http.address().port}/stats;csv`;
  expect(await serverStatus(url, 'mysql', 'k8s-worker-1')).toBe('UP 1/3');
  await expect(serverStatus(url, 'mysql', 'k8s-worker-9')).rejects.toThrow(/knows no server k8s-worker-9/);
  http.close();
});
