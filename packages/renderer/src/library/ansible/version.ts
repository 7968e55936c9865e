import { PythonError } from '../../values/errors.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { str } from '../../values/print.ts';
import { truth } from '../../values/truth.ts';
import type { Value } from '../../values/value.ts';
import { compareLoose, looseVersion } from '../../versions/loose.ts';
import { comparePep440, pep440Version } from '../../versions/pep440.ts';
import { compareSemantic, semanticVersion } from '../../versions/semantic.ts';
import { compareStrict, strictVersion } from '../../versions/strict.ts';
import { failed } from './plugin.ts';

const OPERATORS: ReadonlyMap<string, (difference: number) => boolean> = new Map(
  Object.entries({
    '==': (difference) => difference === 0,
    '<': (difference) => difference < 0,
    '<=': (difference) => difference <= 0,
    '>': (difference) => difference > 0,
    '>=': (difference) => difference >= 0,
    '!=': (difference) => difference !== 0,
  } satisfies Record<string, (difference: number) => boolean>),
);

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['=', '=='],
  ['eq', '=='],
  ['lt', '<'],
  ['le', '<='],
  ['gt', '>'],
  ['ge', '>='],
  ['<>', '!='],
  ['ne', '!='],
]);

type Comparison = (a: string, b: string) => number;

const strict: Comparison = (a, b) => compareStrict(strictVersion(a), strictVersion(b));
const semantic: Comparison = (a, b) => compareSemantic(semanticVersion(a), semanticVersion(b));

const TYPES: ReadonlyMap<string, Comparison> = new Map([
  ['loose', (a, b) => compareLoose(looseVersion(a), looseVersion(b))],
  ['strict', strict],
  ['semver', semantic],
  ['semantic', semantic],
  ['pep440', (a, b) => comparePep440(pep440Version(a), pep440Version(b))],
]);

interface Asked {
  readonly value: Value;
  readonly version: Value;
  readonly operator: string;
  readonly strict: Value;
  readonly type: Value;
}

function compareVersions(asked: Asked): boolean {
  const { value, version, operator, type } = asked;
  if (!truth(value)) throw failed('Input version value cannot be empty');
  if (!truth(version)) throw failed('Version parameter to compare against cannot be empty');
  if (asked.strict !== null && truth(type)) throw failed("Cannot specify both 'strict' and 'version_type'");
  const compare = typeOf(truth(asked.strict) ? 'strict' : truth(type) ? str(type) : 'loose');
  const test = OPERATORS.get(ALIASES.get(operator) ?? operator);
  if (!test)
    throw failed(
      `Invalid operator type (${operator}). Must be one of '==', '=', 'eq', '<', 'lt', '<=', 'le', '>', 'gt', '>=', 'ge', '!=', '<>', 'ne'`,
    );
  return test(difference(compare, str(value), str(version)));
}

function typeOf(name: string): Comparison {
  const compare = TYPES.get(name);
  if (compare) return compare;
  throw failed(
    `Invalid version type (${name}). Must be one of 'loose', 'strict', 'semver', 'semantic', 'pep440'`,
  );
}

function difference(compare: Comparison, a: string, b: string): number {
  try {
    return compare(a, b);
  } catch (error) {
    if (error instanceof PythonError) throw failed(`Version comparison failed: ${error.message}`);
    throw error;
  }
}

export const versionTests: Record<string, PythonFunction> = {
  version: fn(
    "version_compare(value, version, operator='eq', strict=None, version_type=None)",
    (_call, value: Value, version: Value, operator: Value, isStrict: Value, type: Value) =>
      compareVersions({ value, version, operator: str(operator), strict: isStrict, type }),
  ),
};
