import fc from 'fast-check';
import { Dict } from '../../src/values/dict.ts';
import { Float } from '../../src/values/float.ts';
import { integer } from '../../src/values/integer.ts';
import { Markup } from '../../src/values/markup.ts';
import { Tuple } from '../../src/values/tuple.ts';
import { Undefined } from '../../src/values/undefined.ts';
import type { Value } from '../../src/values/value.ts';

/** A value in Python's words, written without the code that is tested. */
export function literal(value: Value): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number' || typeof value === 'bigint') return `(${value})`;
  if (typeof value === 'string') return textLiteral(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (value instanceof Float) return floatLiteral(value.value);
  if (value instanceof Tuple) return `(${value.items.map((item) => `${literal(item)},`).join(' ')})`;
  if (value instanceof Markup) return `Markup(${textLiteral(value.text)})`;
  if (value instanceof Undefined) return value.isStrict ? 'strict' : 'undefined';
  if (!(value instanceof Dict)) throw new Error('there is no literal for it');
  return `{${[...value.entries()].map(([key, item]) => `${literal(key)}: ${literal(item)}`).join(', ')}}`;
}

function textLiteral(text: string): string {
  const escaped = text.replace(/[^ !#-[\]-~]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\U${code.toString(16).padStart(8, '0')}`;
  });
  return `"${escaped}"`;
}

function floatLiteral(value: number): string {
  if (Number.isNaN(value)) return 'float("nan")';
  if (!Number.isFinite(value)) return `float("${value > 0 ? 'inf' : '-inf'}")`;
  const text = Object.is(value, -0) ? '-0' : String(value);
  return `float("${text}")`;
}

export const undefinedValue = new Undefined('lenient', "'missing' is undefined");
export const strictValue = new Undefined('strict', "'missing' is undefined");

const CHARACTERS = [
  ...`abcABZ xyz019_-+.,:;/\\'"<>&%{}[]()!?#`,
  '\t',
  '\n',
  '\r',
  '\0',
  '\x0b',
  '\x1c',
  '\x7f',
  '\x85',
];
const FOREIGN = [...'\xa0éßÄσΣςİıǆǅŉﬁﬀᾳᾼᾷ中一٣²½Ⅷ😀𝒳\u200b\u2028\u3000\u0301ªʰაᏣꭰ'];

export const characterOf = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...CHARACTERS) },
  { weight: 1, arbitrary: fc.constantFrom(...FOREIGN) },
  // Python 3.11 has Unicode 14: what is newer is not printable there.
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0x17f }).map((code) => String.fromCodePoint(code)) },
);

export const text = fc.array(characterOf, { maxLength: 12 }).map((characters) => characters.join(''));
export const shortText = fc
  .array(fc.constantFrom('a', 'b', ' ', 'é', '😀', '\n'), { maxLength: 3 })
  .map((all) => all.join(''));

export const smallInt = fc.integer({ min: -10, max: 10 });
export const int: fc.Arbitrary<number | bigint> = fc.oneof(
  smallInt,
  fc.maxSafeInteger(),
  fc.constantFrom(0, 1, -1, 2 ** 53 - 1, 1 - 2 ** 53, 2 ** 31, 2 ** 32),
  fc.bigInt({ min: -(2n ** 140n), max: 2n ** 140n }).map(integer),
  fc.bigInt({ min: -(2n ** 64n), max: 2n ** 64n }).map(integer),
);

export const double = fc.oneof(
  fc.double(),
  fc.double({ min: -1000, max: 1000 }),
  fc.integer({ min: -1000, max: 1000 }).map((value) => value / 8),
  fc.integer({ min: -100000, max: 100000 }).map((value) => value / 100),
  fc.constantFrom(
    0,
    -0,
    1e16,
    1e-5,
    0.0001,
    1e22,
    1e23,
    5e-324,
    1.7976931348623157e308,
    0.5,
    1.5,
    2.5,
    Infinity,
    -Infinity,
    Number.NaN,
  ),
);
export const float = double.map((value) => new Float(value));
export const number: fc.Arbitrary<Value> = fc.oneof(int, float, fc.boolean());
export const markup = text.map((value) => new Markup(value));

export const scalar: fc.Arbitrary<Value> = fc.oneof(number, text, fc.constant(null), {
  weight: 1,
  arbitrary: markup,
});

const { value: anyValue } = fc.letrec<{ value: Value; list: Value[]; tuple: Tuple; dict: Dict }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, scalar, scalar, tie('list'), tie('tuple'), tie('dict')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  tuple: fc.array(tie('value'), { maxLength: 3 }).map((items) => new Tuple(items)),
  dict: fc
    .array(
      fc.tuple(
        fc.oneof(
          scalar,
          fc.array(scalar, { maxLength: 2 }).map((items) => new Tuple(items)),
        ),
        tie('value'),
      ),
      {
        maxLength: 4,
      },
    )
    .map((entries) => Dict.of(entries.filter(([key]) => !hasNaN(key)))),
}));

/** Of NaNs, each is a key of its own in Python. */
function hasNaN(key: Value): boolean {
  if (key instanceof Tuple) return key.items.some(hasNaN);
  return key instanceof Float && Number.isNaN(key.value);
}

export const value: fc.Arbitrary<Value> = anyValue;
export const list: fc.Arbitrary<Value[]> = fc.array(value, { maxLength: 5 });

/** A sample, of RUNS where that is set. Its seed is printed: SEED gives the same again. */
export function sample<T>(arbitrary: fc.Arbitrary<T>, count: number): T[] {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
  console.log(`SEED=${seed}`);
  return fc.sample(arbitrary, { seed, numRuns: Number(process.env.RUNS ?? count) });
}
