// How long templates take, side by side in one run: Jinja2, this renderer, nunjucks as it comes, and minijinja.
//
//   node bench/renderer.mjs [--rounds 30] [--services 200] [--servers 10]
//
// The template is bench/renderer/haproxy.cfg.j2, of 300 lines. Times are in milliseconds: the median and the range.
// The packages have to be built (npm run build).
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cpuTime } from './cpu-time.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '30' },
    services: { type: 'string', default: '200' },
    servers: { type: 'string', default: '10' },
  },
});
const rounds = Number(values.rounds);
const source = readFileSync(join(root, 'bench/renderer/haproxy.cfg.j2'), 'utf8');

function variablesOf(services, each) {
  const servers = Array.from({ length: each }, (_, index) => ({
    name: `worker-${index}`,
    address: index % 3 === 0 ? `2001:db8::${index}` : `192.0.2.${index % 250}`,
    port: 30000 + index,
    check: true,
    backup: index === each - 1,
    inter: '2s',
    fall: 3,
    rise: 2,
  }));
  return {
    ansible_managed: 'Ansible managed',
    global_log: 'stdout format short daemon',
    global_maxconn: 20000,
    global_extra: ['stats timeout 30s', 'nbthread 2'],
    defaults: { timeout_connect: '300ms', timeout_client: '1h', timeout_server: '1h' },
    services: Array.from({ length: services }, (_, index) => ({
      name: `service-${index}`,
      address: '192.0.2.1',
      port: 1024 + index,
      v4v6: false,
      mode: 'tcp',
      balance: 'leastconn',
      tcplog: true,
      dontlognull: index % 2 === 0,
      retries: 3,
      acls_0: ['src 192.0.2.0/24', 'src 198.51.100.0/24'],
      servers,
    })),
  };
}

const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
const shown = (times) =>
  `${median(times).toFixed(1)} (${Math.min(...times).toFixed(1)} to ${Math.max(...times).toFixed(1)})`;
const hash = (text) => createHash('sha256').update(text).digest('hex');

function timed(action, count) {
  return Array.from({ length: count }, () => {
    const before = performance.now();
    action();
    return performance.now() - before;
  });
}

function jinja2(variables) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-renderer-'));
  try {
    const file = join(folder, 'variables.json');
    writeFileSync(file, JSON.stringify(variables));
    const args = [
      join(root, 'bench/renderer/render.py'),
      join(root, 'bench/renderer/haproxy.cfg.j2'),
      file,
      String(rounds),
    ];
    return JSON.parse(
      execFileSync(join(root, '.venv/bin/python'), args, { encoding: 'utf8', maxBuffer: 2 ** 26 }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function ours(variables) {
  const { createEngine, plainVariables } = await import('@nodeport-haproxy/renderer');
  const engine = () => createEngine({ profile: 'jinja2', syntax: { trimBlocks: true } });
  const compiled = engine().compile(source, 'bench');
  const text = compiled.render(plainVariables(variables));
  return {
    hash: hash(text),
    // The variables are converted anew each time, as a new render would.
    warm: timed(() => compiled.render(plainVariables(variables)), rounds),
    compile: timed(
      () =>
        engine()
          .compile(source, 'bench')
          .render(plainVariables({ ...variables, services: [] })),
      10,
    ),
  };
}

function stockNunjucks(variables) {
  const nunjucks = createRequire(join(root, 'packages/renderer/package.json'))('nunjucks');
  const make = () =>
    nunjucks.compile(source, new nunjucks.Environment(null, { autoescape: false, trimBlocks: true }));
  const compiled = make();
  return {
    hash: hash(`${compiled.render(variables)}`),
    warm: timed(() => compiled.render(variables), rounds),
    compile: timed(() => make().render({ ...variables, services: [] }), 10),
  };
}

async function minijinja(variables) {
  const { Environment } = await import('minijinja-js');
  const make = () => {
    const environment = new Environment();
    environment.trimBlocks = true;
    environment.enablePyCompat();
    environment.addTemplate('bench', source);
    return environment;
  };
  const environment = make();
  return {
    hash: hash(environment.renderTemplate('bench', variables)),
    warm: timed(() => environment.renderTemplate('bench', variables), rounds),
    compile: timed(() => make().renderTemplate('bench', { ...variables, services: [] }), 10),
  };
}

/** CPU time of whole processes (ms), in turns. */
function processes() {
  const cli = join(root, 'packages/cli/bin/nodeport.cjs');
  const folder = mkdtempSync(join(tmpdir(), 'bench-renderer-'));
  const template = join(folder, 'small.j2');
  const vars = join(folder, 'vars.yaml');
  writeFileSync(template, 'bind :{{ port }}\n');
  writeFileSync(vars, 'port: 3306\n');
  const ways = {
    'bare node': [process.execPath, '-e', '0'],
    'nodeport render': [process.execPath, cli, 'render', '--template', template, '--vars', vars],
  };
  const times = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
  // The first one writes the code cache.
  cpuTime(ways['nodeport render'], { cwd: root });
  for (let round = 0; round < 31; round++)
    for (const [way, command] of Object.entries(ways)) times[way].push(cpuTime(command, { cwd: root }));
  rmSync(folder, { recursive: true });
  return times;
}

const variables = variablesOf(Number(values.services), Number(values.servers));
const results = {
  Jinja2: jinja2(variables),
  'this renderer': await ours(variables),
  'nunjucks 3.2.4': stockNunjucks(variables),
  'minijinja-js': await minijinja(variables),
};
console.log(
  `load ${loadavg()[0].toFixed(1)}; ${values.services} services with ${values.servers} servers, ${rounds} rounds`,
);
for (const [name, { hash: made, warm, compile }] of Object.entries(results)) {
  const same = made === results.Jinja2.hash ? 'the same bytes' : 'OTHER BYTES';
  console.log(
    `${name.padEnd(16)} warm ${shown(warm)}   compile and nothing else ${shown(compile)}   ${same}`,
  );
}
const ratio = (kind) => (median(results['this renderer'][kind]) / median(results.Jinja2[kind])).toFixed(2);
console.log(`this renderer / Jinja2: warm ${ratio('warm')}, compile ${ratio('compile')}`);

console.log('\nGrowth, this renderer:');
const { createEngine, plainVariables } = await import('@nodeport-haproxy/renderer');
const compiled = createEngine({ profile: 'jinja2', syntax: { trimBlocks: true } }).compile(source, 'bench');
for (const [services, each] of [
  [100, 100],
  [250, 100],
  [500, 100],
  [1000, 100],
]) {
  const given = variablesOf(services, each);
  const times = timed(() => compiled.render(plainVariables(given)), 5);
  console.log(
    `${services} x ${each}: ${shown(times)}, ${((median(times) / (services * each)) * 1000).toFixed(2)} µs a server`,
  );
}

console.log('\nWhole processes, CPU time:');
const times = processes();
for (const [way, taken] of Object.entries(times)) console.log(`${way.padEnd(16)} ${shown(taken)}`);
const ratios = times['nodeport render'].map((taken, round) => taken / times['bare node'][round]);
console.log(`ratio, round by round: ${median(ratios).toFixed(2)}`);
