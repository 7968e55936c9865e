// How long variables take to check, side by side in one run: this validator, and the tools that check YAML by a JSON Schema.
//
//   node bench/validate.mjs [--rounds 15] [--peers FOLDER]
//
// CPU time as a ratio to a bare `node -e 0` in the same round, and the memory at its most. FOLDER keeps the other tools; they
// are installed into it first. Without it only this validator is measured. Needs `npm run build`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cpuTime } from './cpu-time.mjs';
import { installed } from './peers.mjs';

const TOOLS = {
  npm: { ajv: ['ajv-cli@5.0.0', 'ajv-formats@2.1.1'] },
  pip: { 'check-jsonschema': ['check-jsonschema==0.39.0'], yamllint: ['yamllint==1.37.1'] },
};

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '15' }, peers: { type: 'string' } },
});
const rounds = Number(values.rounds);
const validate = join(root, 'node_modules/.bin/validate');
const schema = join(root, 'packages/schema/haproxy.schema.json');

/** A file of variables that nothing is wrong with, or with a wrong port in every tenth service. */
function variables(services, servers, isWrong = false) {
  const lines = ['---', 'haproxy_tcp_backends:'];
  for (let service = 0; service < services; service++) {
    const port = isWrong && service % 10 === 9 ? 70_000 : 1024 + service;
    lines.push(`  - name: service-${service}`, `    port: ${port}`, '    balance: leastconn', '    servers:');
    for (let server = 0; server < servers; server++)
      lines.push(
        `      - name: worker-${server}`,
        `        address: 10.${service >> 8}.${server}.${service & 255}`,
        `        port: ${30_000 + service}`,
        '        check_interval: 2s',
      );
  }
  return `${lines.join('\n')}\n`;
}

function peersIn(folder) {
  const tools = installed(folder, TOOLS);
  const ajv = [tools.ajv, 'validate', '--spec=draft2020', '--strict=false'];
  return {
    'check-jsonschema 0.39': (file) => [tools['check-jsonschema'], '--schemafile', schema, file],
    'ajv-cli 5': (file) => [...ajv, '-c', 'ajv-formats', '-s', schema, '-d', file],
    'yamllint 1.37 (no schema)': (file) => [tools.yamllint, '-d', 'relaxed', file],
  };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Megabytes that a command has at its most. */
function memory(command) {
  const script =
    'import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)';
  return Number(execFileSync('python3', ['-c', script, ...command], { encoding: 'utf8' }));
}

/** Measures commands in turns, so that what else the machine does is in all of them. */
function measure(title, commands, count, status) {
  const entries = Object.entries(commands);
  const times = new Map(entries.map(([name]) => [name, []]));
  const options = (name) => ({ cwd: folder, status: name === 'node -e 0' ? 0 : status });
  // The first run writes a code cache.
  for (const [name, command] of entries) cpuTime(command, options(name));
  for (let round = 0; round < count; round++)
    for (const [name, command] of entries) times.get(name).push(cpuTime(command, options(name)));
  const bare = times.get('node -e 0');
  console.log(`\n${title}, ${count} rounds (load ${loadavg()[0].toFixed(1)})`);
  console.table(
    Object.fromEntries(
      entries.map(([name, command]) => [
        name,
        {
          'CPU ms': Math.round(median(times.get(name))),
          lowest: Math.round(Math.min(...times.get(name))),
          'of bare node': median(times.get(name).map((time, index) => time / bare[index])).toFixed(2),
          MB: memory(command),
        },
      ]),
    ),
  );
}

const folder = mkdtempSync(join(tmpdir(), 'bench-validate-'));
try {
  const peers = values.peers === undefined ? {} : peersIn(values.peers);
  const bare = { 'node -e 0': [process.execPath, '-e', '0'] };
  const measureFile = (title, text, count, { others = true, status = 0 } = {}) => {
    const file = join(folder, 'vars.yaml');
    writeFileSync(file, text);
    const of = (tools) => Object.fromEntries(Object.entries(tools).map(([name, tool]) => [name, tool(file)]));
    const ours = { 'validate vars': (path) => [validate, 'vars', path] };
    const size = `${(text.length / 1e6).toFixed(text.length < 1e6 ? 3 : 1)} MB`;
    measure(`${title}, ${size}`, { ...bare, ...of({ ...ours, ...(others ? peers : {}) }) }, count, status);
  };
  measureFile('4 services with 3 servers', variables(4, 3), rounds);
  measureFile('100 services with 10 servers', variables(100, 10), rounds);
  measureFile('1,000 services with 100 servers', variables(1000, 100), values.peers === undefined ? 5 : 1);
  // Growth.
  for (const services of [125, 250, 500])
    measureFile(`${services} services with 100 servers`, variables(services, 100), 3, { others: false });
  measureFile('1,000 with 100, every tenth port wrong', variables(1000, 100, true), 3, {
    others: false,
    status: 1,
  });
} finally {
  rmSync(folder, { recursive: true });
}
