import { expect, test } from 'vitest';
import { hostsOf } from '../../src/variables/host-pattern.ts';

test.each([
  ['lb1', ['lb1']],
  ['lb1.example.org:2222', ['lb1.example.org']],
  ['lb[1:3]', ['lb1', 'lb2', 'lb3']],
  ['lb[:1]', ['lb0', 'lb1']],
  ['lb[08:10].example.org:22', ['lb08.example.org', 'lb09.example.org', 'lb10.example.org']],
  ['lb[1:5:2]', ['lb1', 'lb3', 'lb5']],
  ['lb-[a:c]', ['lb-a', 'lb-b', 'lb-c']],
  ['r[1:2]-lb[a:b]', ['r1-lba', 'r1-lbb', 'r2-lba', 'r2-lbb']],
  ['2001:db8::1', ['2001:db8::1']],
  ['[2001:db8::1]:22', ['2001:db8::1']],
  ['lb[3:1]', ['lb[3:1]']],
])('%s is the hosts %j', (pattern, hosts) => {
  expect(hostsOf(pattern)).toEqual(hosts);
});
