import { expect, test } from 'vitest';
import { answerTimes, judgeTunnel, outages } from '../tunnel-ping.mjs';

test('of what ping prints, only answers count', () => {
  const lines = [
    'PING 10.99.0.1 (10.99.0.1) 56(84) bytes of data.',
    '[1795367477.123456] 64 bytes from 10.99.0.1: icmp_seq=1 ttl=64 time=1.61 ms',
    '[1795367478.5] no answer yet for icmp_seq=2',
    '[1795367479.5] From 10.99.0.2 icmp_seq=3 Destination Host Unreachable',
    'ping: sendmsg: No route to host',
    '[1795367480.25] 64 bytes from 10.99.0.1: icmp_seq=4 ttl=64 time=0.57 ms',
  ];
  expect(answerTimes(lines)).toEqual([1795367477.123456, 1795367480.25]);
});

test('an outage that ends before the worker is back is the first one, a later one the second', () => {
  expect(outages([0, 0.2, 15.9, 16.1, 30, 30.2], 20)).toEqual({ outage: 15.7, second: 13.9 });
});

test('a ping without outages has the time between two pings', () => {
  expect(outages([0, 0.2, 0.4], 0.3)).toEqual({ outage: 0.2, second: 0.2 });
});

test('a tunnel may be out for 20 s, once', () => {
  const good = { from: 'a', to: 'b', outage: 20, second: 0.4, pings: 100 };
  expect(judgeTunnel(good)).toEqual([]);
  expect(judgeTunnel({ ...good, outage: 20.01 })).toEqual([expect.stringContaining('20.01 s')]);
  expect(judgeTunnel({ ...good, second: 15 })).toEqual([expect.stringContaining('second outage')]);
  expect(judgeTunnel({ ...good, to: undefined })).toEqual([expect.stringContaining('never came back')]);
  expect(judgeTunnel({ ...good, to: 'a' })).toEqual([expect.stringContaining('stayed with a')]);
});
