import { typeError } from '../../values/errors.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { Tuple } from '../../values/tuple.ts';
import { typeName } from '../../values/type-name.ts';
import type { Value } from '../../values/value.ts';

// `ntpath` of Python 3.11: both slashes divide, and a drive is a letter or a share.

/** The drive, and the rest. */
function splitDrive(path: string): [string, string] {
  const normal = path.replaceAll('/', '\\');
  if (!normal.startsWith('\\\\')) return normal[1] === ':' ? [path.slice(0, 2), path.slice(2)] : ['', path];
  const start = normal.slice(0, 8).toUpperCase() === '\\\\?\\UNC\\' ? 8 : 2;
  const server = normal.indexOf('\\', start);
  const share = server === -1 ? -1 : normal.indexOf('\\', server + 1);
  return share === -1 ? [path, ''] : [path.slice(0, share), path.slice(share)];
}

/** The directory with its drive, and the name. */
function split(path: string): [string, string] {
  const [drive, rest] = splitDrive(path);
  const [, head = '', name = ''] = /^(.*[\\/])?([^\\/]*)$/s.exec(rest) ?? [];
  return [drive + (head.replace(/[\\/]+$/, '') || head), name];
}

function pathOf(value: Value): string {
  if (typeof value === 'string') return value;
  throw typeError(`expected str, bytes or os.PathLike object, not ${typeName(value)}`);
}

export const windowsPathFilters: Record<string, PythonFunction> = {
  win_basename: fn('basename(p)', (_call, path: Value) => split(pathOf(path))[1]),
  win_dirname: fn('dirname(p)', (_call, path: Value) => split(pathOf(path))[0]),
  win_splitdrive: fn('splitdrive(p)', (_call, path: Value) => new Tuple(splitDrive(pathOf(path)))),
};
