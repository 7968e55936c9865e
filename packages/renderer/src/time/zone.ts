import { Instance } from '../values/instance.ts';
import type { Value } from '../values/value.ts';

/** `datetime.timezone` of Python: so many seconds east of UTC. */
export class Zone extends Instance {
  readonly typeName = 'timezone';
  readonly offset: number;

  constructor(offset: number) {
    super();
    this.offset = offset;
  }

  override equals(other: Value): boolean {
    return other instanceof Zone && other.offset === this.offset;
  }

  override repr(): string {
    if (this.offset === 0) return 'datetime.timezone.utc';
    const days = Math.floor(this.offset / 86_400);
    const day = days === 0 ? '' : `days=${days}, `;
    return `datetime.timezone(datetime.timedelta(${day}seconds=${this.offset - days * 86_400}))`;
  }

  override str(): string {
    return this.offset === 0 ? 'UTC' : `UTC${offsetDigits(this.offset, ':')}`;
  }
}

/** `+0100`, or `+01:00` with a separator; seconds only where there are some. */
export function offsetDigits(offset: number, separator: string): string {
  const size = Math.abs(offset);
  const parts = [Math.floor(size / 3600), Math.floor(size / 60) % 60, ...(size % 60 ? [size % 60] : [])];
  return (offset < 0 ? '-' : '+') + parts.map((part) => String(part).padStart(2, '0')).join(separator);
}
