import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readYaml } from '@nodeport-haproxy/ansible-yaml';
import { expect, test } from 'vitest';
import { render } from '../src/index.ts';

const root = new URL('../../../', import.meta.url);
const role = new URL('ansible/roles/haproxy/', root);
const examples = readdirSync(new URL('examples', root))
  .filter((name) => existsSync(new URL(`examples/${name}/vars.yaml`, root)))
  .map((name) => ({ name, files: readdirSync(new URL(`examples/${name}`, root)) }));

function variables(file: URL): Record<string, unknown> {
  const read = readYaml(readFileSync(file, 'utf8'), { file: file.pathname });
  if (!read.ok) throw new Error(read.problem.message);
  return read.document.value as Record<string, unknown>; // the files are mappings
}

function ofRole(name: string): string {
  return readFileSync(new URL(`templates/${name}`, role), 'utf8');
}

const given = {
  ...variables(new URL('defaults/main.yaml', role)),
  ...variables(new URL('vars/main.yaml', role)),
  ansible_managed: 'Ansible managed',
};

/** What the role has learnt of the host: the usual, where the case says nothing else. */
function hostOf(name: string): Record<string, unknown> {
  const file = new URL(`examples/${name}/host.yaml`, root);
  return {
    ipv6: true,
    forward_guard: [],
    bool_sample_conversion: false,
    ...(existsSync(file) && variables(file)),
  };
}

const rendered = examples.flatMap(({ name, files }) =>
  files.filter((file) => !file.endsWith('.yaml')).map((file) => ({ name, file })),
);

// Ansible's own rendering of the same files is compared by `npm test`.
test.each(rendered)('the role renders $name to the bytes of its $file', ({ name, file }) => {
  const values = {
    ...given,
    ...variables(new URL(`examples/${name}/vars.yaml`, root)),
    __haproxy_host: hostOf(name),
  };
  const text = render(ofRole(`${file}.j2`), values, { name: `${file}.j2`, load: ofRole });
  expect(text).toBe(readFileSync(new URL(`examples/${name}/${file}`, root), 'utf8'));
});

test.each(examples)('$name has a file for each that its services need, and no other', ({ name, files }) => {
  const { haproxy_udp_backends: udp = [] } = variables(new URL(`examples/${name}/vars.yaml`, root));
  const ofUdp = Array.isArray(udp) && udp.length > 0 ? ['udp.nft'] : [];
  expect(files.filter((file) => file !== 'host.yaml').toSorted()).toEqual([
    'haproxy.cfg',
    ...ofUdp,
    'vars.yaml',
  ]);
});

test('there are cases to render', () => {
  expect(examples).toContainEqual({ name: 'wireguard', files: expect.arrayContaining(['udp.nft']) });
});
