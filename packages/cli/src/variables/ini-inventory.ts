import type { Range } from '@nodeport-haproxy/ansible-yaml';
import type { Group } from './inventory.ts';
import { pythonLiteral } from './python-literal.ts';
import { groupTarget, type Target } from './scope.ts';
import { isSecretLine } from './secret.ts';
import { type Part, shellWords } from './shell-words.ts';

/** A variable that an INI inventory sets. */
export interface IniVariable {
  readonly target: Target;
  readonly name: string;
  readonly value: unknown;
  readonly key: Range;
  readonly range: Range;
}

/** A line that Ansible does not read either. */
export interface IniProblem {
  readonly message: string;
  readonly range: Range;
}

/** What an INI inventory says. */
export interface IniInventory {
  readonly groups: readonly Group[];
  readonly variables: readonly IniVariable[];
  readonly problems: readonly IniProblem[];
}

/**
 * Reads an INI inventory (Ansible's plugin `ini`): its groups, and its variables: `name=value` behind a host, and the
 * lines of `[group:vars]`. Values are Python literals; what is no literal is text.
 */
export function readIniInventory(text: string): IniInventory {
  const groups: Group[] = [];
  const variables: IniVariable[] = [];
  const problems: IniProblem[] = [];
  let section = { group: 'ungrouped', kind: 'hosts' };
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (/^\s*([#;]|$)/.test(line)) continue;
    const header = /^\s*\[([^:\]]+)(?::(\w+))?\]\s*(?:[#;].*)?$/.exec(line);
    if (header) {
      section = { group: header[1] ?? '', kind: header[2] ?? 'hosts' };
      groups.push({ name: section.group, hosts: [], children: [] });
    } else if (section.kind === 'vars') {
      const found = assignment({ text: line, column: 0 }, groupTarget(section.group), index + 1);
      if (found) variables.push(found);
      else problems.push(notAssignment(line, section.group, index + 1));
    } else if (section.kind === 'children') {
      groups.push({ name: section.group, hosts: [], children: shellWords(line).map((word) => word.text) });
    } else if (section.kind === 'hosts') {
      const [host, ...words] = shellWords(line);
      groups.push({ name: section.group, hosts: host ? [host.text] : [], children: [] });
      const target: Target = { level: 'host', name: host?.text ?? '' };
      for (const word of words) variables.push(...[assignment(word, target, index + 1) ?? []].flat());
    }
  }
  return { groups, variables, problems };
}

function assignment({ text, column }: Part, target: Target, line: number): IniVariable | undefined {
  const [, indent = '', name = '', equals = '', value = ''] =
    /^(\s*)([^=]+?)(\s*=\s*)([\s\S]*?)\s*$/.exec(text) ?? [];
  if (name === '') return undefined;
  const start = column + indent.length;
  const literal = pythonLiteral(value);
  return {
    target,
    name,
    value: literal.ok ? literal.value : value,
    key: rangeOf(line, start, name.length),
    range: rangeOf(line, start + name.length + equals.length, value.length),
  };
}

function notAssignment(line: string, group: string, number: number): IniProblem {
  const text = line.trim();
  const what = isSecretLine(text) ? 'this line' : `"${text}"`;
  return {
    message: `${what} is not name=value, as the lines of [${group}:vars] are`,
    range: rangeOf(number, line.indexOf(text), text.length),
  };
}

function rangeOf(line: number, column: number, length: number): Range {
  return { start: { line, column: column + 1 }, end: { line, column: column + length + 1 } };
}
