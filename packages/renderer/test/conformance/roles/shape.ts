/** What a template does with a value, and so what the value has to have. */
export class Shape {
  readonly attributes = new Map<string, Shape>();
  /** What it is made of, where it is iterated. */
  item: Shape | undefined;
  /** It is asked for its keys and values. */
  isMapping = false;
  isNumber = false;
  isVersion = false;

  /** A list, made of something that belongs to another shape. */
  static listOf(item: Shape): Shape {
    const list = new Shape();
    list.item = item;
    return list;
  }

  attribute(name: string): Shape {
    const known = this.attributes.get(name) ?? new Shape();
    this.attributes.set(name, known);
    return known;
  }

  items(): Shape {
    this.item ??= new Shape();
    return this.item;
  }

  /** A value that has all of it. */
  value(name: string): unknown {
    const own = [...this.attributes].map(([key, shape]) => [key, shape.value(key)] as const);
    if (this.isMapping) {
      const item = this.item?.value(name) ?? `made up ${name}`;
      return Object.fromEntries([...own, [`${name}_1`, item], [`${name}_2`, item]]);
    }
    if (own.length > 0) return Object.fromEntries(own);
    if (this.item) return [this.item.value(name), this.item.value(`${name}_2`)];
    if (this.isVersion) return '6.4';
    return this.isNumber ? 7 : `made up ${name}`;
  }
}
