import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { run } from '../run.ts';
import { temporaryProject } from '../temporary-project.ts';

/** Writes files and renders one of them there. */
function renderIn(files: Readonly<Record<string, string>>, ...words: string[]) {
  return run('nodeport', temporaryProject(files), ['render', '--template', ...words]);
}

test('any template is rendered with the variables of a file, whose values may be templates', async () => {
  const files = {
    'a.j2':
      '{% for port, name in ports.items() %}\n{{ port }} {{ name | upper }}{{ suffix }}\n{% endfor %}\n',
    'vars.yaml': 'ports: {web: "{{ first }}"}\nfirst: http\nsuffix: !unsafe "{{ no }}"\n',
  };
  const { stdout, stderr, exitCode } = await renderIn(files, 'a.j2', '--vars', 'vars.yaml');
  expect(stderr).toBe('');
  expect(stdout).toBe('web HTTP{{ no }}');
  expect(exitCode).toBe(0);
});

test('keys keep their order and their kind, and dates are dates, as in Ansible', async () => {
  const files = {
    'a.j2': '{{ ports }} {{ names }} {{ ports[80] }} {{ since }} {{ since.year }} {{ factor }} {{ raw }}\n',
    'vars.yaml':
      'ports: {443: a, 80: b}\nnames: {"443": q, b: 1, "80": z}\nsince: 2024-01-02\nfactor: 1.0\nraw: !unsafe ["{{ a }}", {k: "{{ b }}"}]\n',
  };
  const { stdout } = await renderIn(files, 'a.j2', '--vars', 'vars.yaml');
  expect(stdout).toBe(
    "{443: 'a', 80: 'b'} {'443': 'q', 'b': 1, '80': 'z'} b 2024-01-02 2024 1.0 ['{{ a }}', {'k': '{{ b }}'}]",
  );
});

test('what is wrong is shown at its place, as the documentation shows it', async () => {
  const files = { 'motd.j2': 'listen web\nbind :{{ prot }}\n', 'vars.yaml': 'port: 3306\n' };
  const { stdout, stderr, exitCode } = await renderIn(files, 'motd.j2', '--vars', 'vars.yaml');
  expect(stdout).toBe('');
  const page = readFileSync(new URL('../../../../docs/explanation/templates.md', import.meta.url), 'utf8');
  const shown = /\$ nodeport render --template motd\.j2 --vars vars\.yaml\n(motd[^`]*)\n```/.exec(page)?.[1];
  expect(stderr).toBe(shown);
  expect(exitCode).toBe(1);
});

test('an included template lies beside the one that includes it, and nowhere else', async () => {
  const files = {
    't/a.j2': '{% include "b.j2" %}',
    't/templates/b.j2': 'b{% include "../c.j2" %}',
    'c.j2': 'c',
  };
  const { stderr, exitCode } = await renderIn(files, 't/a.j2');
  expect(stderr).toContain("t/templates/b.j2:1:5: there is no template '../c.j2' [failed-template]");
  expect(stderr).toContain('  included from t/a.j2:1');
  expect(exitCode).toBe(1);
});

test('a variable that cannot be rendered is shown with where it was asked for', async () => {
  const files = {
    'a.j2': 'one\n{{ motd.text }}\n',
    'vars.yaml': "motd:\n  text: '{{ greetng }} {{ name }}'\ngreeting: hello\nname: world\n",
  };
  const { stderr, exitCode } = await renderIn(files, 'a.j2', '--vars', 'vars.yaml');
  expect(stderr).toContain("variable motd.text:1:4: 'greetng' is undefined");
  expect(stderr).toContain('did you mean greeting?');
  expect(stderr).toContain('  included from a.j2:2');
  expect(exitCode).toBe(1);
});

test('a vaulted variable is no obstacle until it is used', async () => {
  const vault = 'secret: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  3030\nport: 1\n';
  const files = { 'a.j2': '{{ port }}\n', 'b.j2': '{{ secret }}\n', 'vars.yaml': vault };
  expect(await renderIn(files, 'a.j2', '--vars', 'vars.yaml')).toMatchObject({ stdout: '1', exitCode: 0 });
  const { stderr, exitCode } = await renderIn(files, 'b.j2', '--vars', 'vars.yaml');
  expect(stderr).toContain("'secret' is vaulted: only Ansible can read it");
  expect(exitCode).toBe(1);
});

test('a lookup reads what it was allowed to', async () => {
  const files = { 'a.j2': "{{ lookup('file', 'note.txt') }}\n", 'note.txt': 'hello\n' };
  const refused = await renderIn(files, 'a.j2');
  expect(refused.stderr).toContain('not allowed here');
  expect(refused.exitCode).toBe(1);
  const { stdout, exitCode } = await renderIn(files, 'a.j2', '--allow-lookup', 'file');
  expect(stdout).toBe('hello');
  expect(exitCode).toBe(0);
});

test('a template that is not there is wrong usage', async () => {
  const { stderr, exitCode } = await renderIn({}, 'nope.j2');
  expect(stderr).toBe('nope.j2: there is no such file');
  expect(exitCode).toBe(2);
});
