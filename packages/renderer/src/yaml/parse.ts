import { readTrees, Timestamp, YamlFloat, type YamlTree } from '@nodeport-haproxy/ansible-yaml';
import { Dict } from '../values/dict.ts';
import { PythonError } from '../values/errors.ts';
import { Float } from '../values/float.ts';
import type { Value } from '../values/value.ts';
import { dateOf } from './timestamp.ts';

/**
 * Returns the documents of a YAML text, as PyYAML's `safe_load_all` does.
 *
 * @throws PythonError with the line and the column of what cannot be read.
 */
export function parseYaml(text: string): Value[] {
  const result = readTrees(text);
  if (result.ok) return result.documents.map(fromTree);
  const { code, message, range, hint } = result.problem;
  const place = `line ${range.start.line}, column ${range.start.column}`;
  if (code === 'unknown-tag')
    throw new PythonError('NotSupported', `from_yaml reads no such tag (${place}); take it out of the text`);
  throw new PythonError('ValueError', `${message} (${place}); ${hint}`);
}

function fromTree(tree: YamlTree): Value {
  if (Array.isArray(tree)) return tree.map(fromTree);
  if (tree instanceof Map)
    return Dict.of([...tree].map(([key, item]) => [fromTree(key), fromTree(item)] as const));
  if (tree instanceof YamlFloat) return new Float(tree.value);
  if (tree instanceof Timestamp) return dateOf(tree.text);
  // Of Ansible's tags, `from_yaml` reads none.
  return typeof tree === 'object' && tree !== null ? String(tree) : tree;
}
