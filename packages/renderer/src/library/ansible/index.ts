import type { PythonFunction } from '../../values/function.ts';
import * as jinja2 from '../jinja2/index.ts';
import { addressTests } from './address-tests.ts';
import { addressFilters } from './addresses.ts';
import { collectionFilters } from './collections.ts';
import { commentFilters } from './comment.ts';
import { diskFilters, diskTests } from './disk.ts';
import { encodeFilters } from './encode.ts';
import { hashFilters } from './hash.ts';
import { jsonFilters } from './json.ts';
import { logicFilters, logicTests } from './logic.ts';
import { mathematicsFilters } from './mathematics.ts';
import { mergeFilters } from './merge.ts';
import { numberTests } from './numbers.ts';
import { passwordFilters } from './password.ts';
import { pathFilters, pathTests } from './paths.ts';
import { productFilters } from './products.ts';
import { randomFilters } from './random.ts';
import { regexFilters, regexTests } from './regex.ts';
import { setFilters, setTests } from './sets.ts';
import { sizeFilters } from './sizes.ts';
import { taskResultTests } from './task-results.ts';
import { textFilters } from './text.ts';
import { timeFilters, timeGlobals } from './time.ts';
import { undefinedGlobals } from './undefined.ts';
import { urlFilters, urlTests } from './url.ts';
import { versionTests } from './version.ts';
import { windowsPathFilters } from './windows-paths.ts';
import { yamlFilters } from './yaml.ts';

type Functions = Readonly<Record<string, PythonFunction>>;

/** Other names of the same test. */
const ALIASES: Readonly<Record<string, string>> = {
  change: 'changed',
  failure: 'failed',
  is_abs: 'abs',
  is_dir: 'directory',
  is_file: 'file',
  is_link: 'link',
  is_mount: 'mount',
  is_same_file: 'same_file',
  isnan: 'nan',
  issubset: 'subset',
  issuperset: 'superset',
  skip: 'skipped',
  success: 'succeeded',
  successful: 'succeeded',
  version_compare: 'version',
};

function withAliases(tests: Functions): Functions {
  const aliases = Object.entries(ALIASES).flatMap(([alias, name]) => {
    const test = tests[name];
    return test ? [[alias, test] as const] : [];
  });
  return { ...tests, ...Object.fromEntries(aliases) };
}

export const filters: Functions = {
  ...jinja2.filters,
  ...collectionFilters,
  ...commentFilters,
  ...diskFilters,
  ...encodeFilters,
  ...hashFilters,
  ...jsonFilters,
  ...logicFilters,
  ...mathematicsFilters,
  ...mergeFilters,
  ...passwordFilters,
  ...pathFilters,
  ...productFilters,
  ...randomFilters,
  ...regexFilters,
  ...setFilters,
  ...sizeFilters,
  ...textFilters,
  ...timeFilters,
  ...urlFilters,
  ...windowsPathFilters,
  ...yamlFilters,

  ...addressFilters,
};

export const tests: Functions = {
  ...withAliases({
    ...jinja2.tests,
    ...diskTests,
    ...logicTests,
    ...numberTests,
    ...pathTests,
    ...regexTests,
    ...setTests,
    ...taskResultTests,
    ...urlTests,
    ...versionTests,
  }),
  ...addressTests,
};

export const globals: Functions = { ...timeGlobals, ...undefinedGlobals };
