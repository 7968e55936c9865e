import { typeError, valueError } from '../../values/errors.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { listOf } from '../../values/iterate.ts';
import { Markup } from '../../values/markup.ts';
import { Tuple } from '../../values/tuple.ts';
import { typeName } from '../../values/type-name.ts';
import type { Value } from '../../values/value.ts';
import { failed, notSupported, textOf } from './plugin.ts';
import { isSequence } from './sequence.ts';

// `posixpath` of Python. What needs the disk or the environment is refused, and told.

function pathOf(value: Value): string {
  return textOf(value, `expected str, bytes or os.PathLike object, not ${typeName(value)}`);
}

const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function directoryOf(path: string): string {
  const head = path.slice(0, path.lastIndexOf('/') + 1);
  return /[^/]/.test(head) ? head.replace(/\/+$/, '') : head;
}

/** The dots that a name begins with begin no extension. */
function splitExtension(path: string): [string, string] {
  const start = path.lastIndexOf('/') + 1;
  const dot = path.lastIndexOf('.');
  const isExtension = dot >= start && /[^.]/.test(path.slice(start, dot));
  return isExtension ? [path.slice(0, dot), path.slice(dot)] : [path, ''];
}

function join(paths: readonly string[]): string {
  return paths.reduce((path, next) => {
    if (next.startsWith('/')) return next;
    return path === '' || path.endsWith('/') ? path + next : `${path}/${next}`;
  });
}

/** Two slashes at the start are not the same as one. */
function normalize(path: string): string {
  const root = /^\/\/(?!\/)/.test(path) ? '//' : path.startsWith('/') ? '/' : '';
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    const canGoUp = parts.length > 0 && parts.at(-1) !== '..';
    if (part !== '..' || (root === '' && !canGoUp)) parts.push(part);
    else parts.pop();
  }
  return root + parts.join('/') || '.';
}

function commonPath(paths: readonly string[]): string {
  if (paths.length === 0) throw valueError('commonpath() arg is an empty sequence');
  const isAbsolute = paths.map((path) => path.startsWith('/'));
  if (isAbsolute.some((one) => one !== isAbsolute[0]))
    throw valueError("Can't mix absolute and relative paths");
  const split = paths.map((path) => path.split('/').filter((part) => part !== '' && part !== '.'));
  const [first = []] = split;
  const end = first.findIndex((part, index) => split.some((parts) => parts[index] !== part));
  return (isAbsolute[0] ? '/' : '') + first.slice(0, end === -1 ? first.length : end).join('/');
}

/** Stands for the directory that a relative path begins in: its name is not known here. */
const HERE = '\0';
/** No path climbs out of so many. */
const HERE_PARTS = Array.from({ length: 100 }, (_, index) => `${HERE}${index}`);

function relative(path: string, start: string): string {
  if (path === '') throw valueError('no path specified');
  const [to, from] = [absolute(path), absolute(start === '' ? '.' : start)];
  const differs = from.findIndex((part, index) => part !== to[index]);
  const common = differs === -1 ? from.length : differs;
  const parts = [...from.slice(common).map(() => '..'), ...to.slice(common)];
  if (parts.some((part) => part.startsWith(HERE)) || path.startsWith('/') !== start.startsWith('/'))
    throw notSupported(
      'relpath of this path asks for the directory that Ansible runs in: give a start, absolute as the path is',
    );
  return parts.join('/') || '.';
}

function absolute(path: string): string[] {
  const whole = path.startsWith('/') ? path : `/${HERE_PARTS.join('/')}/${path}`;
  return normalize(whole).split('/').filter(Boolean);
}

function pathsOf(value: Value, filter: string, expected: string): string[] {
  if (!isSequence(value))
    throw failed(`|${filter} expects ${expected}, got <class '${typeName(value)}'> instead.`);
  return listOf(value).map(pathOf);
}

function joined(value: Value): string {
  if (typeof value === 'string') return value;
  if (value instanceof Markup) return value.text;
  const paths = pathsOf(value, 'path_join', 'string or sequence');
  if (paths.length === 0) throw typeError("join() missing 1 required positional argument: 'a'");
  return join(paths);
}

function withoutDisk(filter: string, path: string, asksFor: RegExp, what: string): string {
  if (asksFor.test(path))
    throw notSupported(`${filter} of '${path}' asks for ${what}, which rendering does not read`);
  return path;
}

export const pathFilters: Record<string, PythonFunction> = {
  basename: fn('basename(p)', (_call, path: Value) => baseOf(pathOf(path))),
  dirname: fn('dirname(p)', (_call, path: Value) => directoryOf(pathOf(path))),
  splitext: fn('splitext(p)', (_call, path: Value) => new Tuple(splitExtension(pathOf(path)))),
  path_join: fn('path_join(paths)', (_call, paths: Value) => joined(paths)),
  normpath: fn('normpath(path)', (_call, path: Value) => normalize(pathOf(path))),
  commonpath: fn('commonpath(paths)', (_call, paths: Value) =>
    commonPath(pathsOf(paths, 'commonpath', 'sequence')),
  ),
  relpath: fn('relpath(path, start=None)', (_call, path: Value, start: Value) =>
    relative(pathOf(path), start === null ? '' : pathOf(start)),
  ),
  realpath: fn('realpath(filename)', (_call, path: Value) =>
    withoutDisk('realpath', pathOf(path), /[^/]/, 'the links on the disk'),
  ),
  expanduser: fn('expanduser(path)', (_call, path: Value) =>
    withoutDisk('expanduser', pathOf(path), /^~/, 'the home directory'),
  ),
  expandvars: fn('expandvars(path)', (_call, path: Value) =>
    withoutDisk('expandvars', pathOf(path), /\$(\w|\{[^}]*\})/, 'environment variables'),
  ),
};

export const pathTests: Record<string, PythonFunction> = {
  abs: fn('isabs(s)', (_call, path: Value) => pathOf(path).startsWith('/')),
};
