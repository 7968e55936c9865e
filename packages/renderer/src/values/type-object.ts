import { Instance } from './instance.ts';
import type { Value } from './value.ts';

/** A type of Python, of which only the name is known. */
export class TypeObject extends Instance {
  readonly typeName = 'type';
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }

  override attribute(name: string): Value | undefined {
    return name === '__name__' ? this.name : undefined;
  }

  override repr(): string {
    return `<class '${this.name}'>`;
  }
}
