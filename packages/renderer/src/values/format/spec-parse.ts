import { valueError } from '../errors.ts';
import type { Align } from './pad.ts';

/** `[[fill]align][sign][z][#][0][width][grouping][.precision][type]` */
export interface Spec {
  readonly fill: string;
  readonly align: Align | undefined;
  readonly sign: '+' | '-' | ' ' | '';
  /** `z`: what rounds to -0 is 0. */
  readonly hasNoNegativeZero: boolean;
  readonly isAlternate: boolean;
  readonly width: number;
  readonly grouping: ',' | '_' | '';
  readonly precision: number | undefined;
  readonly type: string;
}

const SPEC =
  /^(?:(?<fill>.)(?=[<>=^]))?(?<align>[<>=^])?(?<sign>[-+ ])?(?<z>z)?(?<hash>#)?(?<zero>0)?(?<width>\d+)?(?<grouping>[,_]{0,2})(?<precision>\.\d*)?(?<type>.*)$/su;

const MOST = 2 ** 63;

/**
 * @param usual - the type where none is said.
 * @param object - the name of the type of what is formatted, for messages.
 */
export function parseSpec(text: string, usual: '' | 's', object: string): Spec {
  const groups = SPEC.exec(text)?.groups ?? {};
  const { fill, align, sign = '', z, hash, zero, width = '0', grouping = '', precision, type = '' } = groups;
  assertOneGrouping(grouping);
  if (precision === '.') throw valueError('Format specifier missing precision');
  if ([...type].length > 1) {
    throw valueError(`Invalid format specifier '${text}' for object of type '${object}'`);
  }
  assertGroups(grouping, type || usual);
  const count = (digits: string): number => {
    if (Number(digits) >= MOST) throw valueError('Too many decimal digits in format string');
    return Number(digits);
  };
  return {
    fill: fill ?? (zero ? '0' : ' '),
    align: (align as Align | undefined) ?? (zero && usual !== 's' ? '=' : undefined),
    sign: sign as Spec['sign'],
    hasNoNegativeZero: z !== undefined,
    isAlternate: hash !== undefined,
    width: count(width),
    grouping: grouping as Spec['grouping'],
    precision: precision === undefined ? undefined : count(precision.slice(1)),
    type: type || usual,
  };
}

/** Hexadecimal and binary digits are in groups of four, which only `_` separates. */
function assertGroups(grouping: string, type: string): void {
  const allowed = grouping === '_' ? 'deEfFgG%boxX' : 'deEfFgG%';
  if (grouping && !allowed.includes(type)) throw valueError(`Cannot specify '${grouping}' with '${type}'.`);
}

function assertOneGrouping(grouping: string): void {
  if (grouping.length < 2) return;
  if (grouping === ',,') throw valueError("Cannot specify ',' with ','.");
  throw valueError(grouping === '__' ? "Cannot specify '_' with '_'." : "Cannot specify both ',' and '_'.");
}
