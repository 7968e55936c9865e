/** A `float` of Python: 1.0 is not 1. */
export class Float {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}
