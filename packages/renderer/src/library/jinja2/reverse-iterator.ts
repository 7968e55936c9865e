import { Dict } from '../../values/dict.ts';
import { DictView } from '../../values/dict-view.ts';
import { Generator } from '../../values/generator.ts';
import { ADDRESS } from '../../values/print.ts';
import { Range } from '../../values/range.ts';
import type { Value } from '../../values/value.ts';

/** What Python's `reversed()` gives. */
export class ReverseIterator extends Generator {
  override readonly typeName: string;

  constructor(value: Value, reversed: Iterable<Value>) {
    const kind = kindOf(value);
    super(kind, reversed);
    this.typeName = kind;
  }

  override repr(): string {
    return `<${this.typeName} object at ${ADDRESS}>`;
  }
}

function kindOf(value: Value): string {
  if (Array.isArray(value)) return 'list_reverseiterator';
  if (value instanceof Dict) return 'dict_reversekeyiterator';
  if (value instanceof DictView) return `dict_reverse${value.part.replace(/s$/, '')}iterator`;
  return value instanceof Range ? 'range_iterator' : 'reversed';
}
