import { MersenneTwister } from '../../chance/mersenne-twister.ts';
import { seedOfText } from '../../chance/seed.ts';
import type { Call } from '../../runtime/call.ts';
import { Dict } from '../../values/dict.ts';
import { PythonError, typeError, valueError } from '../../values/errors.ts';
import { Float } from '../../values/float.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { integer } from '../../values/integer.ts';
import { isIterable, listOf } from '../../values/iterate.ts';
import { Markup } from '../../values/markup.ts';
import { integral } from '../../values/numeric.ts';
import { str } from '../../values/print.ts';
import { truth } from '../../values/truth.ts';
import type { Value } from '../../values/value.ts';
import { numberHash } from './number-hash.ts';
import { failed } from './plugin.ts';

/** A number from 0 up to, and without, the limit. */
type Chance = (limit: bigint) => bigint;

/** Without a seed, it is the environment's chance. */
function chanceOf(call: Call, seed: Value): Chance {
  if (seed !== null) {
    const twister = new MersenneTwister(seedOf(seed));
    return (limit) => twister.below(limit);
  }
  return (limit) => (BigInt(Math.floor(call.random() * 2 ** 52)) * limit) >> 52n;
}

function seedOf(seed: Value): bigint {
  if (typeof seed === 'string' || seed instanceof Markup) return seedOfText(str(seed));
  const int = integral(seed);
  if (int !== undefined) return int < 0 ? -BigInt(int) : BigInt(int);
  const hash = seed instanceof Float ? numberHash(seed) : undefined;
  if (hash !== undefined) return BigInt.asUintN(64, hash);
  throw typeError('The only supported seed types are: None,\nint, float, str, bytes, and bytearray.');
}

const canSeed = (seed: Value): boolean =>
  typeof seed === 'string' || seed instanceof Markup || seed instanceof Float || integral(seed) !== undefined;

function random(call: Call, end: Value, start: Value, step: Value, seed: Value): Value {
  const chance = chanceOf(call, seed);
  const limit = integral(end);
  if (limit !== undefined) return randomInteger(chance, BigInt(limit), start, step);
  if (end instanceof Float || !isIterable(end))
    throw failed('random can only be used on sequences and integers');
  if (truth(start) || truth(step)) throw failed('start and step can only be used with integer values');
  if (end instanceof Dict) throw new PythonError('KeyError', 'a dictionary has no item by number');
  const items = listOf(end);
  if (items.length === 0) throw new PythonError('IndexError', 'Cannot choose from an empty sequence');
  return items[Number(chance(BigInt(items.length)))] ?? null;
}

/** `random.randrange` */
function randomInteger(chance: Chance, stop: bigint, start: Value, step: Value): Value {
  const first = integerOr(start, 0n, 1);
  const by = integerOr(step, 1n, 3);
  const width = stop - first;
  const count = by > 0n ? (width + by - 1n) / by : (width + by + 1n) / by;
  if ((by > 0n ? width : -width) <= 0n)
    throw valueError(`empty range for randrange() (${first}, ${stop}, ${by === 1n ? width : by})`);
  return integer(first + by * chance(count));
}

/** None and 0 are the default. */
function integerOr(value: Value, fallback: bigint, argument: number): bigint {
  if (!truth(value)) return fallback;
  const int = integral(value);
  if (int === undefined) throw valueError(`non-integer arg ${argument} for randrange()`);
  return BigInt(int);
}

/** `random.shuffle` of a copy; what is no list stays as it is. */
function shuffle(call: Call, value: Value, seed: Value): Value {
  if (!isIterable(value)) return value;
  const items = listOf(value);
  // Here, unlike in `random`, 0 and '' are no seeds, and with what cannot be one, nothing happens.
  if (truth(seed) && !canSeed(seed)) return items;
  const chance = chanceOf(call, truth(seed) ? seed : null);
  for (let last = items.length - 1; last > 0; last--) {
    const other = Number(chance(BigInt(last + 1)));
    [items[last], items[other]] = [items[other] ?? null, items[last] ?? null];
  }
  return items;
}

export const randomFilters: Record<string, PythonFunction> = {
  random: fn('rand(end, start=None, step=None, seed=None)', random),
  shuffle: fn('randomize_list(mylist, seed=None)', shuffle),
};
