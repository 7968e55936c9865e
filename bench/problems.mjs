// What validators tell of one file in which everything is wrong: this one, and others, given the project's JSON Schema.
//
//   node bench/problems.mjs FOLDER
//
// FOLDER keeps the others; those that are missing are installed into it first, three of them with Go, which takes minutes.
// Needs `npm run setup` (for ansible-lint) and `npm run build`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installed } from './peers.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const schema = join(root, 'packages/schema/haproxy.schema.json');
const variables = JSON.parse(readFileSync(schema, 'utf8'));
const { ajv, spectral, yamllint, cue, helm, conftest, ...pip } = installed(process.argv[2] ?? 'peers', {
  npm: { ajv: ['ajv-cli@5.0.0', 'ajv-formats@2.1.1'], spectral: ['@stoplight/spectral-cli@6.16.3'] },
  pip: { 'check-jsonschema': ['check-jsonschema==0.39.0'], yamllint: ['yamllint==1.37.1'] },
  go: {
    cue: ['cuelang.org/go/cmd/cue@v0.17.1'],
    helm: ['helm.sh/helm/v3/cmd/helm@v3.22.0'],
    conftest: ['github.com/open-policy-agent/conftest@v0.71.1'],
  },
});

const wrong = readFileSync(join(root, 'packages/cli/test/fixtures/everything-wrong.yaml'), 'utf8');
const service = `
  - name: mysql
    port: 3306
    balance: leastconn
    servers:
      - {name: worker-1, address: 192.0.2.11, port: 30306}
      - {name: worker-2, address: 192.0.2.12, port: 30306}
      - {name: worker-3, address: 192.0.2.13, port: 30306}`;
const FILES = {
  'wrong.yaml': wrong,
  // Some tools tell nothing else before a key that stands twice is mended.
  'mended.yaml': wrong.replace(/^.* duplicate-key$/gm, ''),
  'twice.yaml': `---\nhaproxy_tcp_backends:${service}${service}\n`,
  '.nodeport.yaml': 'rules:\n  dynamic-node-port: hint\n',
  'ruleset.yaml': `rules:
  variables:
    given: $
    severity: error
    then: {function: schema, functionOptions: {allErrors: true, schema: ${JSON.stringify(variables)}}}
`,
  'chart/Chart.yaml': 'apiVersion: v2\nname: balancer\nversion: 0.1.0\n',
  'chart/values.yaml': '',
  'chart/values.schema.json': JSON.stringify(variables),
  'data/schema.json': JSON.stringify({ schema: variables }),
  'policy/schema.rego': `package main
import rego.v1
deny contains message if {
  [_, errors] := json.match_schema(input, data.schema)
  some error in errors
  message := sprintf("%s: %s", [error.field, error.desc])
}
`,
};

const AJV = ['validate', '--spec=draft2020', '--strict=false', '--all-errors', '--errors=line'];

/** A command for a file, and the lines of the problems in what it prints, undefined for a problem without one. */
const VALIDATORS = {
  'validate vars': [
    (file) => [join(root, 'node_modules/.bin/validate'), 'vars', '--format', 'json', file],
    (output) => JSON.parse(output).problems.map(({ range }) => range?.start.line),
  ],
  'spectral 6.16': [
    (file) => [spectral, 'lint', '--ruleset', 'ruleset.yaml', '--format', 'json', '--quiet', file],
    (output) => JSON.parse(output).map(({ range }) => range.start.line + 1),
  ],
  'check-jsonschema 0.39': [
    (file) => [pip['check-jsonschema'], '--schemafile', schema, file],
    (output, file) => [
      ...found(output, new RegExp(`^  ${file}::`, 'gm')),
      ...found(output, /Failed to parse .*line (\d+), column/gs),
    ],
  ],
  'ajv-cli 5': [
    (file) => [ajv, ...AJV, '-c', 'ajv-formats', '-s', schema, '-d', file],
    (output) => found(output, /"instancePath"/g),
  ],
  'cue vet 0.17': [
    (file) => [cue, 'vet', '--concrete', '--all-errors', file, schema],
    (output, file) => {
      // Several values that it could be are several errors of one path.
      const places = new Map(
        output
          .split(/^(?=\w)/m)
          .map((error) => [error.split(':')[0], found(error, new RegExp(`${file}:(\\d+)`, 'g'))[0]]),
      );
      places.delete('');
      return [...places.values()];
    },
  ],
  'helm 3.22': [
    (file) => [helm, 'template', 'chart', '--values', file],
    (output) => found(output, /^ *- at .*(?<!validation failed)$/gm),
  ],
  'conftest 0.71': [
    (file) => [conftest, 'test', '--data', 'data', '--no-color', file],
    (output) => found(output, /^FAIL/gm),
  ],
  'ansible-lint 26.10': [
    (file) => [
      join(root, '.venv/bin/ansible-lint'),
      '--offline',
      '-q',
      '--nocolor',
      '--format',
      'pep8',
      file,
    ],
    (output, file) => found(output, new RegExp(`^${file}:(\\d+)`, 'gm')),
  ],
  'yamllint 1.37': [
    (file) => [yamllint, '-d', 'relaxed', '--no-warnings', '--format', 'parsable', file],
    (output) => found(output, /:(\d+):\d+: \[error\]/g),
  ],
};

/** The number in each place that fits, undefined where the pattern has none. */
const found = (text, pattern) => [...text.matchAll(pattern)].map(([, line]) => line && Number(line));

function told([command, linesIn], file) {
  const [program, ...words] = command(file);
  const { stdout, stderr, error } = spawnSync(program, words, { cwd: folder, encoding: 'utf8' });
  if (error) throw error;
  return linesIn(stdout || stderr, file);
}

const marked = wrong.split('\n').map((line) => / # \d+ [a-z-]+/.test(line));
/** A list that is wrong as a whole begins at its first item or at its key, a line above. */
const isPlace = (line) => line !== undefined && (marked[line - 1] || marked[line]);

const folder = mkdtempSync(join(tmpdir(), 'bench-problems-'));
try {
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const row = (validator) => {
    const lines = told(validator, 'wrong.yaml');
    return {
      told: lines.length,
      'with their line': lines.filter(isPlace).length,
      'without the duplicate key': told(validator, 'mended.yaml').length,
      'two that share name and port': told(validator, 'twice.yaml').length >= 2 ? 'yes' : 'no',
    };
  };
  console.table(Object.fromEntries(Object.entries(VALIDATORS).map(([name, one]) => [name, row(one)])));
} finally {
  rmSync(folder, { recursive: true });
}
