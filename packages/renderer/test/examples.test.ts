import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readYaml } from '@nodeport-haproxy/ansible-yaml';
import { expect, test } from 'vitest';
import { render } from '../src/index.ts';

const root = new URL('../../../', import.meta.url);
const role = new URL('ansible/roles/haproxy/', root);
const cases = readdirSync(new URL('examples', root)).filter((name) =>
  existsSync(new URL(`examples/${name}/haproxy.cfg`, root)),
);

function variables(file: URL): Record<string, unknown> {
  const read = readYaml(readFileSync(file, 'utf8'), { file: file.pathname });
  if (!read.ok) throw new Error(read.problem.message);
  return read.document.value as Record<string, unknown>; // the files are mappings
}

// Ansible's own rendering of the same cases is compared by `npm test`.
test.each(cases)('the role renders %s to the bytes of its haproxy.cfg', (name) => {
  const text = render(
    readFileSync(new URL('templates/haproxy.cfg.j2', role), 'utf8'),
    {
      ...variables(new URL('defaults/main.yaml', role)),
      ...variables(new URL('vars/main.yaml', role)),
      ...variables(new URL(`examples/${name}/vars.yaml`, root)),
      ansible_managed: 'Ansible managed',
      __haproxy_host: { ipv6: true },
    },
    {
      name: 'haproxy.cfg.j2',
      load: (included) => readFileSync(new URL(`templates/${included}`, role), 'utf8'),
    },
  );
  expect(text).toBe(readFileSync(new URL(`examples/${name}/haproxy.cfg`, root), 'utf8'));
});

test('there are cases to render', () => {
  expect(cases).toContain('mysql');
});
