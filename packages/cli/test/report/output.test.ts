import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const module = fileURLToPath(new URL('../../src/report/output.ts', import.meta.url));
const program = (body: string): string[] => [
  process.execPath,
  '--import',
  'tsx',
  '--input-type=module',
  '-e',
  `const { writeText } = await import(${JSON.stringify(module)}); ${body}`,
];

test('a text comes out as a whole and in order, though the pipe is full and does not block', async () => {
  const body = "for (const c of 'abc') writeText('stdout', c.repeat(1_000_000));";
  // Who starts a command may have made its pipe so.
  const unblocked = 'import os, sys; os.set_blocking(1, False); os.execv(sys.argv[1], sys.argv[1:])';
  const child = spawn('python3', ['-c', unblocked, ...program(body)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  for await (const piece of child.stdout) text += piece;
  expect(text).toBe(`${'a'.repeat(1_000_000)}${'b'.repeat(1_000_000)}${'c'.repeat(1_000_000)}`);
});

test('nobody who reads any more is no error', async () => {
  const [command = '', ...args] = program(
    "process.stdin.once('data', () => { writeText('stdout', 'x'.repeat(1_000_000)); writeText('stderr', 'done'); process.exit(); });",
  );
  const child = spawn(command, args);
  child.stdout.destroy();
  child.stdin.end('go');
  let errors = '';
  child.stderr.on('data', (piece) => {
    errors += piece;
  });
  const [status] = await once(child, 'close');
  expect([errors, status]).toEqual(['done', 0]);
});
