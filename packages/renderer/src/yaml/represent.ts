import { readsAsText } from '@nodeport-haproxy/ansible-yaml';
import { CalendarDate, DateValue } from '../time/date.ts';
import { DateTime } from '../time/date-time.ts';
import { compare } from '../values/compare.ts';
import { Dict } from '../values/dict.ts';
import { DictView } from '../values/dict-view.ts';
import { PythonError, valueError } from '../values/errors.ts';
import { Float } from '../values/float.ts';
import { Generator } from '../values/generator.ts';
import { listOf } from '../values/iterate.ts';
import { isLiteral } from '../values/literals.ts';
import { NamedTuple } from '../values/named-tuple.ts';
import { repr } from '../values/print.ts';
import { Tuple } from '../values/tuple.ts';
import { Undefined } from '../values/undefined.ts';
import type { Value } from '../values/value.ts';
import type { MappingNode, ScalarNode, SequenceNode, YamlNode } from './node.ts';
import type { DumpOptions } from './options.ts';

/** Python gives up on a value as deep as this. */
const deepest = 500;

/**
 * Returns the nodes of a value. A list or a dict that is in two places is the same node in both, as PyYAML has it.
 *
 * @throws PythonError for what YAML has no form for, and for what is undefined.
 */
export function represent(value: Value, options: DumpOptions): YamlNode {
  const known = new Map<Value, YamlNode>();
  let depth = 0;
  /** A collection of these is written in one line. */
  const isBare = (node: YamlNode): boolean => node.kind === 'scalar' && options.style === undefined;

  function node(value: Value): YamlNode {
    const found = known.get(value);
    if (found) return found;
    const text = scalarText(value);
    if (text !== undefined) return named(value, scalar(text, value, options));
    if (value instanceof Undefined) throw value.error();
    depth += 1;
    if (depth > deepest) throw new PythonError('RecursionError', 'maximum recursion depth exceeded');
    const made = value instanceof Dict ? mapping(value) : sequence(value);
    depth -= 1;
    return made;
  }

  /** Of scalars, PyYAML gives names to dates only. */
  function named(value: Value, made: ScalarNode): ScalarNode {
    if (value instanceof CalendarDate) known.set(value, made);
    return made;
  }

  function sequence(value: Value): SequenceNode {
    const made: SequenceNode = { kind: 'sequence', items: [], flow: false };
    // A tuple without items is one object for Python, and never named.
    const isEmptyTuple = value instanceof Tuple && value.items.length === 0;
    if (!isEmptyTuple && !(Array.isArray(value) && isLiteral(value))) known.set(value, made);
    for (const item of itemsOf(value)) made.items.push(node(item));
    made.flow = options.flow ?? made.items.every(isBare);
    return made;
  }

  function mapping(value: Dict): MappingNode {
    const made: MappingNode = { kind: 'mapping', pairs: [], flow: false };
    if (!isLiteral(value)) known.set(value, made);
    for (const [key, item] of entriesOf(value, options.sortKeys)) made.pairs.push([node(key), node(item)]);
    made.flow = options.flow ?? made.pairs.every(([key, item]) => isBare(key) && isBare(item));
    return made;
  }

  return node(value);
}

function entriesOf(dict: Dict, sorted: boolean): [Value, Value][] {
  const entries = [...dict.entries()];
  if (!sorted) return entries;
  try {
    return entries.sort(([one], [other]) => compare(one, other));
  } catch (error) {
    // Keys that cannot be compared, such as 1 and "a", stay in their order.
    if (error instanceof PythonError && error.type === 'TypeError') return entries;
    throw error;
  }
}

function itemsOf(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value;
  if (value instanceof Tuple && !(value instanceof NamedTuple)) return value.items;
  // Ansible makes lists of what can be read only once, and of the views of a dict.
  if (value instanceof Generator || value instanceof DictView) return listOf(value);
  // Also what is safe: PyYAML knows no text but str.
  throw new PythonError('TypeError', `('cannot represent an object', ${repr(value)})`);
}

function scalarText(value: Value): string | undefined {
  if (typeof value === 'string') return value;
  if (value === null) return 'null';
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'bigint')
    return String(value);
  if (value instanceof Float) return floatText(value.value);
  if (value instanceof DateTime) return value.isoformat(' ');
  return value instanceof DateValue ? value.isoformat() : undefined;
}

function floatText(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value < 0 ? '-.inf' : '.inf';
  // YAML 1.1 takes 1e+20 for a text.
  return repr(new Float(value)).replace(/^(-?\d+)e/, '$1.0e');
}

function scalar(text: string, value: Value, options: DumpOptions): ScalarNode {
  const isText = typeof value === 'string';
  if (isText && /\p{Surrogate}/u.test(text)) throw valueError('surrogates not allowed');
  return {
    kind: 'scalar',
    text,
    style: options.style ?? 'plain',
    plainIsRight: !isText || readsAsText(text),
    quotedIsRight: isText,
  };
}
