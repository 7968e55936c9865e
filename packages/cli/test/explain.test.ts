import { describe, expect, test } from 'vitest';
import { readingExplanations } from '../src/explain/reading.ts';
import { checkFiles } from '../src/variables/check.ts';
import { readVariables } from '../src/variables/read-file.ts';
import { run } from './run.ts';

const codesOf = (text: string): string[] =>
  checkFiles([readVariables({ file: 'vars.yaml', text, kind: 'vars' })]).problems.map(({ code }) => code);

describe.each(readingExplanations.map((one) => [one.code, one] as const))('%s', (code, { wrong, right }) => {
  test('is what its wrong example has, and its right one has nothing', () => {
    expect(codesOf(wrong)).toEqual([code]);
    expect(codesOf(right)).toEqual([]);
  });
});

test('--explain says what a code means, how it looks and how it is mended', async () => {
  const { stdout, exitCode } = await run('validate', '.', ['vars', '--explain', 'missing-check-port']);
  expect(
    stdout,
  ).toBe(`missing-check-port (error): A UDP service is checked by TCP, and nothing says on which port.
A TCP connection says nothing of a UDP port, and no other port can be guessed.

Wrong:
  haproxy_udp_backends:
    - name: dns
      port: 53
      health: tcp
      servers: [{name: worker-1, address: 192.0.2.11, port: 30053}]

Right:
  haproxy_udp_backends:
    - name: dns
      port: 53
      health: tcp
      check_port: 30153
      servers: [{name: worker-1, address: 192.0.2.11, port: 30053}]

Source: HAProxy configuration manual, section 5.2 "Server and default-server
options", port`);
  expect(exitCode).toBe(0);
});

test.each([
  ['port-conflit', 'there is no code port-conflit; did you mean port-conflict?'],
  ['E17', 'there is no code E17; docs/reference/diagnostics.md has them all'],
])('--explain %s is refused', async (code, words) => {
  expect(await run('validate', '.', ['vars', '--explain', code])).toMatchObject({
    stderr: words,
    exitCode: 2,
  });
});
