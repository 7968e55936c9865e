import { type PythonError, typeError } from '../../values/errors.ts';
import { Float } from '../../values/float.ts';
import { formatPercent } from '../../values/format/percent.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { integer } from '../../values/integer.ts';
import { numeric } from '../../values/numeric.ts';
import { str } from '../../values/print.ts';
import { truth } from '../../values/truth.ts';
import { Tuple } from '../../values/tuple.ts';
import { typeName } from '../../values/type-name.ts';
import type { Value } from '../../values/value.ts';
import { failed } from './plugin.ts';

interface Unit {
  readonly letter: string;
  /** In words; Ansible writes zetta with one t. */
  readonly word: string;
  readonly size: number;
}

const UNITS: readonly Unit[] = ['yotta', 'zeta', 'exa', 'peta', 'tera', 'giga', 'mega', 'kilo', ''].map(
  (word, index) => ({ letter: (word[0] ?? 'b').toUpperCase(), word, size: 1024 ** (8 - index) }),
);

function humanReadable(value: Value, isBits: boolean, unit: Value): string {
  const size = numeric(value);
  if (size === undefined)
    throw failed(
      `human_readable() failed on bad input: '>=' not supported between instances of '${typeName(value)}' and 'int'`,
    );
  const number = Number(size instanceof Float ? size.value : size);
  const wanted = unit === null ? undefined : str(unit).toUpperCase();
  const found = UNITS.find(({ letter, size: least }) =>
    wanted === undefined ? number >= least : letter === wanted,
  );
  const { letter, size: divisor } = found ?? { letter: 'B', size: 1 };
  const base = isBits ? 'bits' : 'Bytes';
  const suffix = divisor === 1 ? base : letter + base[0];
  return formatPercent('%.2f %s', new Tuple([new Float(number / divisor), suffix]));
}

function humanToBytes(value: Value, defaultUnit: Value, isBits: boolean): Value {
  const text = str(value);
  const [, number, given] = /^([0-9]*\.?[0-9]+)(?:\s*([A-Za-z]+))?\s*$/.exec(text) ?? [];
  if (number === undefined) throw refused(`human_to_bytes() can't interpret following string: ${text}`);
  const unit = given ?? (defaultUnit === null ? undefined : str(defaultUnit));
  if (unit === undefined) return rounded(Number(number));
  if (unit === '') throw refused('string index out of range');
  return rounded(Number(number) * sizeOf(unit, text, isBits));
}

function sizeOf(unit: string, text: string, isBits: boolean): number {
  const found = UNITS.find(({ letter }) => letter === unit[0]?.toUpperCase());
  if (!found)
    throw refused(
      `human_to_bytes() failed to convert ${text} (unit = ${unit}). The suffix must be one of Y, Z, E, P, T, G, M, K, B`,
    );
  const [short, long] = isBits ? ['b', 'bit'] : ['B', 'byte'];
  const isByte = found.size === 1;
  const exact = isByte ? short : found.letter + short;
  if (unit.length === 1 || unit === exact || unit.toLowerCase() === found.word + long) return found.size;
  throw refused(
    `human_to_bytes() failed to convert ${text}. Value is not a valid string (expect ${exact} or ${isByte ? long : found.letter})`,
  );
}

const refused = (message: string): PythonError =>
  failed(`human_to_bytes() can't interpret the input: ${message}`);

/** `int(round(number))`: halves go to the even side. */
function rounded(number: number): Value {
  if (!Number.isFinite(number)) throw typeError('the number is too large');
  const down = Math.floor(number);
  const isUp = number - down > 0.5 || (number - down === 0.5 && down % 2 !== 0);
  return integer(BigInt(isUp ? down + 1 : down));
}

export const sizeFilters: Record<string, PythonFunction> = {
  human_readable: fn(
    'human_readable(size, isbits=False, unit=None)',
    (_call, value: Value, isBits: Value, unit: Value) => humanReadable(value, truth(isBits), unit),
  ),
  human_to_bytes: fn(
    'human_to_bytes(size, default_unit=None, isbits=False)',
    (_call, value: Value, unit: Value, isBits: Value) => humanToBytes(value, unit, truth(isBits)),
  ),
};
