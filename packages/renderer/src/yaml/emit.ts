// Writes nodes as libyaml 0.2.5 does, which PyYAML is built with. Its rules are those of libyaml's emitter:
// MIT, © 2017-2020 Ingy döt Net, © 2006-2016 Kirill Simonov.

import { type Analysis, analyze } from './analyze.ts';
import { anchors } from './anchors.ts';
import {
  isEmpty,
  type MappingNode,
  type ScalarNode,
  type ScalarStyle,
  type SequenceNode,
  type YamlNode,
} from './node.ts';
import type { DumpOptions } from './options.ts';
import { writeFoldedBlock, writeLiteral } from './write-block.ts';
import { writeDoubleQuoted, writePlain, writeSingleQuoted } from './write-scalar.ts';
import { Writer } from './writer.ts';

/** Where a node stands. */
type Place = 'root' | 'item' | 'value' | 'key' | 'simple-key';

/** A key longer than this, in bytes, is written after `? `. */
const longestSimpleKey = 128;

/** Returns a document with one node at its root. */
export function emit(root: YamlNode, options: DumpOptions): string {
  const emitter = new Emitter(root, options);
  emitter.document(root);
  return emitter.writer.text;
}

class Emitter {
  readonly writer: Writer;
  readonly #names: Map<YamlNode, string>;
  readonly #written = new Set<YamlNode>();
  #flowLevel = 0;

  constructor(root: YamlNode, options: DumpOptions) {
    this.writer = new Writer(options);
    this.#names = anchors(root);
  }

  document(root: YamlNode): void {
    const { writer } = this;
    const { version, explicitStart, explicitEnd } = writer.options;
    if (version !== undefined) {
      writer.indicator('%YAML', true);
      writer.indicator(version, true);
      writer.newLine();
    }
    if (explicitStart || version !== undefined) {
      writer.newLine();
      writer.indicator('---', true);
    }
    this.#node(root, 'root');
    writer.newLine();
    if (!explicitEnd && !writer.openEnded) return;
    writer.indicator('...', true);
    writer.newLine();
  }

  #node(node: YamlNode, place: Place): void {
    const name = this.#names.get(node);
    if (name !== undefined && this.#written.has(node)) {
      this.writer.indicator(`*${name}`, true);
      // A colon would be read as part of the name.
      if (place === 'simple-key') this.writer.write(' ');
      return;
    }
    if (name !== undefined) {
      this.writer.indicator(`&${name}`, true);
      this.#written.add(node);
    }
    if (node.kind === 'scalar') this.#scalar(node, place);
    else if (this.#flowLevel > 0 || node.flow || isEmpty(node)) this.#flow(node);
    else if (node.kind === 'sequence') this.#blockSequence(node, place);
    else this.#blockMapping(node);
  }

  #flow(node: SequenceNode | MappingNode): void {
    const [open, close] = node.kind === 'sequence' ? ['[', ']'] : ['{', '}'];
    this.writer.indicator(open, true, true);
    this.#flowLevel += 1;
    this.writer.indented(true, false, () => {
      const parts = node.kind === 'sequence' ? node.items : node.pairs;
      parts.forEach((part, index) => {
        if (index > 0) this.writer.indicator(',', false);
        if (this.writer.isPastWidth) this.writer.newLine();
        if (Array.isArray(part)) this.#flowPair(part);
        else this.#node(part, 'item');
      });
    });
    this.#flowLevel -= 1;
    this.writer.indicator(close, false);
  }

  #flowPair([key, value]: [YamlNode, YamlNode]): void {
    if (this.#isSimpleKey(key)) {
      this.#node(key, 'simple-key');
      this.writer.indicator(':', false);
    } else {
      this.writer.indicator('?', true);
      this.#node(key, 'key');
      if (this.writer.isPastWidth) this.writer.newLine();
      this.writer.indicator(':', true);
    }
    this.#node(value, 'value');
  }

  #blockSequence(node: SequenceNode, place: Place): void {
    const isInMapping = place === 'value' || place === 'key' || place === 'simple-key';
    this.writer.indented(false, isInMapping && !this.writer.indention, () => {
      for (const item of node.items) {
        this.writer.newLine();
        this.writer.indicator('-', true, false, true);
        this.#node(item, 'item');
      }
    });
  }

  #blockMapping(node: MappingNode): void {
    this.writer.indented(false, false, () => {
      for (const pair of node.pairs) {
        this.writer.newLine();
        this.#blockPair(pair);
      }
    });
  }

  #blockPair([key, value]: [YamlNode, YamlNode]): void {
    if (this.#isSimpleKey(key)) {
      this.#node(key, 'simple-key');
      this.writer.indicator(':', false);
    } else {
      this.writer.indicator('?', true, false, true);
      this.#node(key, 'key');
      this.writer.newLine();
      this.writer.indicator(':', true, false, true);
    }
    this.#node(value, 'value');
  }

  #isSimpleKey(key: YamlNode): boolean {
    if (this.#names.has(key) && this.#written.has(key)) return true;
    if (key.kind !== 'scalar') return isEmpty(key);
    if (key.text.length > longestSimpleKey || analyze(key.text).multiline) return false;
    return new TextEncoder().encode(key.text).length <= longestSimpleKey;
  }

  #scalar(node: ScalarNode, place: Place): void {
    const isKey = place === 'simple-key';
    const style = this.#style(node, analyze(node.text), isKey);
    // The tag that says "not what it looks like": 1 in quotes is no text.
    if (style !== 'plain' && !node.quotedIsRight) this.writer.indicator('!', true);
    this.writer.indented(true, false, () => write[style](this.writer, node.text, !isKey));
  }

  #style(node: ScalarNode, allowed: Analysis, isKey: boolean): ScalarStyle {
    const { style } = node;
    const isInFlow = this.#flowLevel > 0;
    if (isKey && allowed.multiline) return 'double';
    if (style === 'literal' || style === 'folded')
      return allowed.block && !isInFlow && !isKey ? style : 'double';
    if (style === 'plain' && node.plainIsRight && !(node.text === '' && (isInFlow || isKey))) {
      if (isInFlow ? allowed.plainInFlow : allowed.plainInBlock) return 'plain';
    }
    return style !== 'double' && allowed.singleQuoted ? 'single' : 'double';
  }
}

const write: Record<ScalarStyle, (writer: Writer, text: string, mayFold: boolean) => void> = {
  plain: writePlain,
  single: writeSingleQuoted,
  double: writeDoubleQuoted,
  literal: writeLiteral,
  folded: writeFoldedBlock,
};
