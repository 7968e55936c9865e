import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node.js';
import { run } from './run.ts';
import { folderWith } from './temporary-project.ts';

const SERVER = fileURLToPath(import.meta.resolve('yaml-language-server/bin/yaml-language-server'));

// Where the cursor stands is a |.
const FIRST = '# yaml-language-server: $schema=../haproxy.schema.json\n';

let server: ChildProcess;
let connection: MessageConnection;
let folder: string;
let opened = 0;

beforeAll(async () => {
  folder = folderWith({ 'haproxy.schema.json': (await run('nodeport', '.', ['schema'])).stdout });
  server = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  connection = createMessageConnection(
    new StreamMessageReader(server.stdout as NonNullable<typeof server.stdout>),
    new StreamMessageWriter(server.stdin as NonNullable<typeof server.stdin>),
  );
  connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
    items.map(({ section }) =>
      section === 'yaml'
        ? { completion: true, hover: true, validate: true, schemaStore: { enable: false } }
        : {},
    ),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const rootUri = pathToFileURL(folder).href;
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri,
    capabilities: { workspace: { configuration: true }, textDocument: { hover: {}, completion: {} } },
  });
  await connection.sendNotification('initialized', {});
});

afterAll(() => {
  connection.dispose();
  server.kill();
  rmSync(folder, { recursive: true });
});

async function ask(method: 'completion' | 'hover', marked: string): Promise<unknown> {
  const text = FIRST + marked;
  const before = text.slice(0, text.indexOf('|'));
  const uri = pathToFileURL(join(folder, 'group_vars', `${++opened}.yaml`)).href;
  const document = { uri, languageId: 'yaml', version: 1, text: text.replace('|', '') };
  await connection.sendNotification('textDocument/didOpen', { textDocument: document });
  const lines = before.split('\n');
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  return connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, position });
}

async function completions(marked: string): Promise<string[]> {
  const { items } = (await ask('completion', marked)) as { items: { label: string }[] };
  return items.map(({ label }) => label);
}

describe('an editor with the schema', () => {
  test('completes the names of variables', async () => {
    expect(await completions('haproxy_|')).toEqual(
      expect.arrayContaining(['haproxy_tcp_backends', 'haproxy_udp_backends', 'haproxy_stats_port']),
    );
  });

  test('completes what a server may have, and what balance may be', async () => {
    expect(await completions('haproxy_tcp_backends:\n  - name: web\n    servers:\n      - |')).toEqual(
      expect.arrayContaining(['name', 'address', 'port', 'weight']),
    );
    expect(await completions('haproxy_udp_backends:\n  - name: dns\n    balance: |')).toEqual(
      expect.arrayContaining(['roundrobin', 'source', 'random']),
    );
  });

  test('says what a variable is for', async () => {
    const { contents } = (await ask('hover', 'haproxy_stats|_port: 8404\n')) as {
      contents: { value: string };
    };
    expect(contents.value).toMatch(/stats page/i);
  });
});
