import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filters, tests } from '../../../src/library/ansible/index.ts';
import type { Call } from '../../../src/runtime/call.ts';
import type { PythonFunction } from '../../../src/values/function.ts';
import { repr } from '../../../src/values/print.ts';
import type { Value } from '../../../src/values/value.ts';
import { type Case, differences, hasOracle } from '../../values/evaluate.ts';

// Filters that are functions of Python's own library, asked beside it.

const seed = Number(process.env.SEED ?? 20_26);
const numRuns = Number(process.env.RUNS ?? 400);

/** None of these asks where it is called. */
const call = {} as Call;

const named = (functions: Readonly<Record<string, PythonFunction>>, name: string): PythonFunction => {
  const found = functions[name];
  if (!found) throw new Error(`there is no ${name}`);
  return found;
};

const filter = (name: string, ...args: Value[]): Value => named(filters, name)(call, args);
const is = (name: string, ...args: Value[]): Value => named(tests, name)(call, args);

const posix = fc
  .array(fc.constantFrom('/', '/', '.', '..', 'a', 'b.c', '-', ' ', 'é'), { maxLength: 8 })
  .map((parts) => parts.join(''));
const windows = fc
  .array(fc.constantFrom('\\', '\\', '/', ':', 'C:', 'a', '?', 'UNC', '..', '.t'), { maxLength: 9 })
  .map((parts) => parts.join(''));
const number = fc.oneof(fc.integer({ min: -5, max: 40 }), fc.integer({ min: 0, max: 70_000 }), fc.boolean());
const numbers = fc.array(number, { maxLength: 40 });
const url = fc
  .array(
    fc.constantFrom(
      'http',
      'Ab',
      ':',
      '//',
      '/',
      '?',
      '#',
      '@',
      '%41',
      '80',
      '[::1]',
      'é',
      ' ',
      ';',
      '.',
      '[',
    ),
    { maxLength: 9 },
  )
  .map((parts) => parts.join(''));
const base64 = fc
  .array(fc.constantFrom('Y', 'W', 'J', 'j', '=', '\n', '-', 'A', 'Q'), { maxLength: 12 })
  .map((parts) => parts.join(''));
const word = fc.string({
  unit: fc.constantFrom('a', 'Z', '0', '-', '_', "'", '"', ' ', '$', '\n', 'é', '😀', '/', '@'),
  maxLength: 8,
});
const release = fc
  .array(
    fc.constantFrom('1', '2', '10', '0', '.', '.', 'a', 'rc', 'b', '-', '.post', '.dev', '+', 'x', '!'),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const path = (name: string) => (text: string) => ({
  python: `__import__('posixpath').${name}(${repr(text)})`,
  run: () => filter(name, text),
});

const SPLIT = `(lambda u: dict(fragment=u.fragment, hostname=u.hostname, netloc=u.netloc, password=u.password, path=u.path, port=u.port, query=u.query, scheme=u.scheme, username=u.username))`;

const LAWS: Record<string, fc.Arbitrary<Case>> = {
  basename: posix.map(path('basename')),
  dirname: posix.map(path('dirname')),
  splitext: posix.map(path('splitext')),
  normpath: posix.map(path('normpath')),
  path_join: fc.array(posix, { minLength: 1, maxLength: 3 }).map((paths) => ({
    python: `__import__('posixpath').join(*${repr(paths)})`,
    run: () => filter('path_join', paths),
  })),
  commonpath: fc.array(posix, { minLength: 1, maxLength: 3 }).map((paths) => ({
    python: `__import__('posixpath').commonpath(${repr(paths)})`,
    run: () => filter('commonpath', paths),
  })),
  relpath: fc.tuple(posix, posix).map(([to, from]) => ({
    python: `__import__('posixpath').relpath(${repr(`/x/${to}`)}, ${repr(`/${from}`)})`,
    run: () => filter('relpath', `/x/${to}`, `/${from}`),
  })),
  win_basename: windows.map((text) => ({
    python: `__import__('ntpath').basename(${repr(text)})`,
    run: () => filter('win_basename', text),
  })),
  win_dirname: windows.map((text) => ({
    python: `__import__('ntpath').dirname(${repr(text)})`,
    run: () => filter('win_dirname', text),
  })),
  win_splitdrive: windows.map((text) => ({
    python: `__import__('ntpath').splitdrive(${repr(text)})`,
    run: () => filter('win_splitdrive', text),
  })),
  quote: word.map((text) => ({
    python: `__import__('shlex').quote(${repr(text)})`,
    run: () => filter('quote', text),
  })),
  ...Object.fromEntries(
    Object.entries({ union: '|', intersect: '&', difference: '-', symmetric_difference: '^' }).map(
      ([name, operator]) => [
        `the order of ${name}`,
        fc.tuple(numbers, numbers).map(([a, b]) => ({
          python: `list(set(${repr(a)}) ${operator} set(${repr(b)}))`,
          run: () => filter(name, a, b),
        })),
      ],
    ),
  ),
  'random with a seed': fc
    .tuple(word, fc.integer({ min: 1 }), fc.integer({ min: 1, max: 9 }))
    .map(([text, end, step]) => ({
      python: `__import__('random').Random(${repr(text)}).randrange(0, ${end}, ${step})`,
      run: () => filter('random', end, 0, step, text),
    })),
  'random with a number as the seed': fc
    .tuple(fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }), fc.integer({ min: 1 }))
    .map(([given, end]) => ({
      python: `__import__('random').Random(${given}).randrange(${end})`,
      run: () => filter('random', end, null, null, integerOf(given)),
    })),
  'shuffle with a seed': fc.tuple(word.filter(Boolean), numbers).map(([text, items]) => ({
    python: `(lambda l: __import__('random').Random(${repr(text)}).shuffle(l) or l)(${repr(items)})`,
    run: () => filter('shuffle', items, text),
  })),
  // What may stand behind a bracket differs between 3.11.2 of Debian and 3.11.7: it is not compared.
  urlsplit: url
    .filter((text) => !text.includes('['))
    .map((text) => ({
      python: `${SPLIT}(__import__('urllib.parse').parse.urlsplit(${repr(text)}))`,
      run: () => filter('urlsplit', text),
    })),
  urldecode: url.map((text) => ({
    python: `__import__('urllib.parse').parse.unquote_plus(${repr(text)})`,
    run: () => filter('urldecode', text),
  })),
  b64decode: base64.map((text) => ({
    python: `__import__('base64').b64decode(${repr(text)}).decode('latin-1')`,
    run: () => filter('b64decode', text, 'latin-1'),
  })),
  to_uuid: word.map((text) => ({
    python: `str(__import__('uuid').uuid5(__import__('uuid').UUID('361E6D51-FAEC-444A-9079-341386DA8E2E'), ${repr(text)}))`,
    run: () => filter('to_uuid', text),
  })),
  pep440: fc
    .tuple(release, release)
    .filter((both) => both.every(Boolean))
    .map(([a, b]) => ({
      python: `(lambda v: v(${repr(a)}) < v(${repr(b)}))(__import__('packaging.version').version.Version)`,
      run: () => is('version', a, b, '<', null, 'pep440'),
    })),
};

const integerOf = (given: bigint): Value =>
  given === BigInt(Number(given)) && Number.isSafeInteger(Number(given)) ? Number(given) : given;

/** How an error of a filter is called does not matter; that there is one does. */
const withoutErrors = (lines: readonly string[]): string[] =>
  lines.filter((line) => !(/Python: \{"error"/.test(line) && /here: {3}\{"error"/.test(line)));

test.skipIf(!hasOracle).each(Object.keys(LAWS))('%s gives what Python gives', { timeout: 60_000 }, (name) => {
  const cases = fc.sample(LAWS[name] ?? fc.constant({ python: '1', run: () => 1 }), { seed, numRuns });
  expect(withoutErrors(differences(cases)).slice(0, 5), `seed ${seed}`).toEqual([]);
});
