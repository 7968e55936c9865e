import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { render } from '../src/index.ts';

const ansible = fileURLToPath(new URL('../../../.venv/bin/ansible', import.meta.url));
const hasAnsible = existsSync(ansible);
if (!hasAnsible) console.warn('not compared with Ansible: npm run setup installs one');

// Only what it needs: Ansible reads a hundred variables that a developer may have set.
const env = { PATH: process.env.PATH, HOME: process.env.HOME, LC_ALL: 'C.UTF-8' };

const servers = [{ name: 'w1', address: '192.0.2.1', weight: 3 }, { name: 'w2' }];
const variables = { words: ['b', 'a', 'b', 'A'], text: 'a\nb\na\n', empty: [], five: 5, servers };

/** What the role's templates are written with: a line of a template, and what Ansible makes of it. */
const table: readonly (readonly [string, string])[] = [
  ["{{ words | unique | join(',') }}", 'b,a'],
  ["{{ words | unique(case_sensitive=true) | join(',') }}", 'b,a,A'],
  ["{{ ['a', 'b', 'a', 'b'] | unique(case_sensitive=false) | join(',') }}", 'a,b'],
  ["{{ [1, '1', 1] | unique | length }}", '2'],
  ["{{ words | join(', ') }} {{ words | join }} [{{ empty | join(',') }}]", 'b, a, b, A babA []'],
  ["{{ text.split('\\n') | join('|') }} {{ 'a::b'.split(':') | length }}", 'a|b|a| 3'],
  [
    "{{ 'a.b.c' | replace('.', '_') }} {{ 'aaa' | replace('a', 'b', 2) }} {{ 'a\\nb' | replace('\\n', '') }}",
    'a_b_c bba ab',
  ],
  ["{{ words | length }} {{ 'abc' | length }} {{ empty | length }}", '4 3 0'],
  ["{{ missing | default('x') }}{{ '' | default('x') }}{{ '' | default('y', true) }}", 'xy'],
  ['{{ servers[0].weight | default(1) }} {{ servers[1].weight | default(1) }}', '3 1'],
  [
    "{{ words | select('equalto', 'b') | join(',') }} {{ words | reject('equalto', 'b') | join(',') }}",
    'b,b a,A',
  ],
  ['[{{ text | trim }}]', '[a\nb\na]'],
  ["{{ 'yes' if missing is defined else 'no' }}{{ ' and no end' if five == 6 }}", 'no'],
  ["{{ 'six' if ':' in '::1' }} {{ 'x' ~ five ~ five // 2 }}", 'six x52'],
  ['{% set block %}a {{ five }}\nb{% endset %}{{ block }} {{ block | length }}', 'a 5\nb 5'],
  [
    "{% set names %}{% for s in servers %}{{ s.name }}\n{% endfor %}{% endset %}{% for name in (names | trim).split('\\n') | unique %}<{{ name }}>{% endfor %}.",
    '<w1><w2>.',
  ],
  ['{% for s in servers %}{{ s.name }}{{ loop.index }}{{ "," if not loop.last }}{% endfor %}.', 'w11,w22.'],
  ['{% for s in servers %}{% set inner = s.name %}{% endfor %}{{ inner | default("gone") }}', 'gone'],
  [
    "{% macro weight(server) %}{{ ' weight ' ~ server.weight if server.weight != 1 }}{% endmacro %}[{{ weight({ 'weight': 2 }) }}{{ weight({ 'weight': 1 }) }}]",
    '[ weight 2]',
  ],
];

test.each(table)('%s', (line, expected) => {
  expect(render(line, variables, { name: 'test.j2', load: () => undefined })).toBe(expected);
});

test.skipIf(!hasAnsible)('Ansible makes the same of each line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nodeport-renderer-'));
  try {
    const source = join(folder, 'lines.j2');
    const output = join(folder, 'lines');
    const values = join(folder, 'variables.json');
    writeFileSync(source, table.map(([line]) => line).join('\n'));
    writeFileSync(values, JSON.stringify(variables));
    const words = ['-e', `@${values}`, '-e', 'ansible_python_interpreter="{{ ansible_playbook_python }}"'];
    const task = ['-c', 'local', '-m', 'ansible.builtin.template', '-a', `src=${source} dest=${output}`];
    execFileSync(ansible, ['localhost', ...words, ...task], { cwd: folder, env, stdio: 'pipe' });
    expect(readFileSync(output, 'utf8')).toBe(table.map(([, expected]) => expected).join('\n'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
