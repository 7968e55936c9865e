import type { Path } from './diagnostic.ts';
import { printed } from './printed.ts';

/**
 * A path as operators read it.
 *
 * @example
 * formatPath(['haproxy_tcp_backends', 0, 'servers', 1, 'port']); // 'haproxy_tcp_backends[0].servers[1].port'
 */
export function formatPath(path: Path): string {
  return path.map(step).join('').replace(/^\./, '');
}

function step(part: string | number): string {
  if (typeof part === 'number') return `[${part}]`;
  return /^[A-Za-z_][A-Za-z0-9_-]*$/.test(part) ? `.${part}` : `[${printed(part)}]`;
}

/**
 * A path as a JSON pointer (RFC 6901).
 *
 * @example
 * toPointer(['haproxy_tcp_backends', 0, 'name']); // '/haproxy_tcp_backends/0/name'
 */
export function toPointer(path: Path): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** A JSON pointer's path in a value: a step into a list is a number. */
export function fromPointer(pointer: string, root: unknown): Path {
  let value = root;
  return pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
      const key = Array.isArray(value) ? Number(name) : name;
      value = child(value, key);
      return key;
    });
}

/** The value at a path, or undefined. */
export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce(child, root);
}

/** Whether a place is another one or lies in it. */
export function isWithin(path: Path, place: Path): boolean {
  return place.every((part, index) => path[index] === part);
}

function child(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key]; // Checked above.
}
