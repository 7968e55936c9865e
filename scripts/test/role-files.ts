// The files that the role makes of variables, rendered by this project's renderer.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readYaml } from '@nodeport-haproxy/ansible-yaml';
import { render } from '@nodeport-haproxy/renderer';

const role = join(import.meta.dirname, '../../ansible/roles/haproxy');

function variablesOf(file: string): Record<string, unknown> {
  const read = readYaml(readFileSync(join(role, file), 'utf8'));
  if (!read.ok) throw new Error(read.problem.message);
  return read.document.value as Record<string, unknown>; // the role's files are mappings
}

function template(name: string): string {
  return readFileSync(join(role, 'templates', name), 'utf8');
}

const loaded = new Map<string, string>();

function load(name: string): string {
  const text = loaded.get(name) ?? template(name);
  loaded.set(name, text);
  return text;
}

const usual = { ipv6: true, forward_guard: ['ipv4', 'ipv6'], bool_sample_conversion: false };

const own = {
  ...variablesOf('defaults/main.yaml'),
  ...variablesOf('vars/main.yaml'),
  ansible_managed: 'Ansible managed',
};

/**
 * The text of one of the role's files for the given public variables.
 *
 * @param host - What is special about the host: `__haproxy_host` over the usual.
 */
export function roleFile(
  name: 'haproxy.cfg' | 'udp.nft',
  given: Readonly<Record<string, unknown>>,
  host: Readonly<Record<string, unknown>> = {},
): string {
  const values = { ...own, ...given, __haproxy_host: { ...usual, ...host } };
  return render(load(`${name}.j2`), values, { name: `${name}.j2`, load });
}
