import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasOracle } from '../../oracle/oracle.ts';
import { byAnsible, byRenderer } from './ansible-case.ts';

type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain };

const key = fc.constantFrom('a', 'b', 'c', 'd');
const leaf: fc.Arbitrary<Plain> = fc.oneof(
  fc.integer({ min: -3, max: 9 }),
  fc.constantFrom('a', 'b', 'A', '', 'x y', "it's", 'null', 'None', '1', 'é'),
  fc.boolean(),
  fc.constant(null),
  fc.integer({ min: -9, max: 9 }).map((eighths) => eighths / 8 + 0.0625),
);
const { plain } = fc.letrec<{ plain: Plain }>((tie) => ({
  plain: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('plain'), { maxLength: 5 }),
    fc.dictionary(key, tie('plain'), { maxKeys: 4 }),
  ),
}));

/** As a template writes it. */
function literal(value: Plain): string {
  if (value === null) return 'none';
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).map(([name, item]) => `'${name}': ${literal(item)}`);
  return `{${entries.join(', ')}}`;
}

const value = plain.map(literal);
const dict = fc.dictionary(key, plain, { maxKeys: 4 }).map(literal);
const list = fc.array(plain, { maxLength: 6 }).map(literal);
const short = fc.array(plain, { maxLength: 3 }).map(literal);
/** What cannot be hashed has an order of its own in sets. */
const lists = fc
  .array(
    plain.map((item) => [item]),
    { maxLength: 6 },
  )
  .map(literal);
const among = fc.constantFrom<string[]>;
const text = fc
  .array(among('a', '\\n', '\\n', ' ', 'b', '# ', '\\r\\n'), { maxLength: 8 })
  .map((parts) => `"${parts.join('')}"`);
const version = fc
  .array(among('1', '2', '10', '.', '.', '-', 'rc', 'a', '~', '0', '_'), { minLength: 1, maxLength: 7 })
  .map((parts) => `'${parts.join('')}'`);
const size = fc
  .tuple(
    among('1', '1.5', '.5', '2.25', '10', '99999999999', '1.'),
    among('', ' '),
    among('', 'K', 'KB', 'Kb', 'm', 'mb', 'gigabyte', 'kilobit', 'B', 'byte', 'T', 'Y', 'zetabyte', 'X'),
  )
  .map((parts) => `'${parts.join('')}'`);
const decoration = among('# ', '', '  ', '//', '* ');
const style = among('plain', 'c', 'cblock', 'xml', 'erlang');

/** A template with `@` where each of the parts goes. */
const written = (template: string, ...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc
    .tuple(...parts)
    .map((given) => given.reduce((whole, part) => whole.replace('@', () => part), `{{ ${template} }}`));

const merge = among('replace', 'keep', 'append', 'prepend', 'append_rp', 'prepend_rp');
const truth = among('true', 'false');

const template = fc.oneof(
  written("@ | combine(@, @, list_merge='@', recursive=@)", dict, dict, dict, merge, truth),
  written('@ | flatten(@)', list, among('', 'levels=1', 'levels=2', 'skip_nulls=false')),
  written(
    "@ | comment('@', decoration='@', prefix='@', postfix='@', prefix_count=@)",
    text,
    style,
    decoration,
    decoration,
    decoration,
    among('0', '1', '2'),
  ),
  written("@ | comment('@')", text, style),
  written(
    '(@) | human_readable(@@)',
    fc.integer().map(String),
    truth,
    among('', ", 'K'", ", 'M'", ", 'b'", ", 'Q'"),
  ),
  written('@ | human_to_bytes(@)', size, among('', 'isbits=true', "default_unit='M'")),
  written(
    "@ is version(@, '@'@)",
    version,
    version,
    among('<', '==', '>=', 'ne'),
    among('', ', strict=true', ", version_type='semver'", ", version_type='pep440'"),
  ),
  written('@ | @(@)', lists, among('union', 'intersect', 'difference', 'symmetric_difference'), lists),
  written('@ | unique(@)', list, among('', 'true', 'false')),
  written('@ | dict2items | items2dict', dict),
  written('@ | ternary(@, @, @)', value, value, value, value),
  written('[@ | bool, @ | type_debug, @ is truthy(convert_bool=true)]', value, value, value),
  written(
    '@ | @',
    value,
    among(
      'quote',
      'md5',
      'sha1',
      'b64encode',
      'to_uuid',
      "regex_replace('a', '<b>')",
      "regex_search('[a-z]+')",
      "regex_findall('.')",
      'regex_escape',
    ),
  ),
  written('@ | @(@, @)', short, among('zip', 'zip_longest', 'product'), short, short),
  written('@ | @(@)', short, among('permutations', 'combinations'), among('0', '1', '2', '3')),
  written("@ | subelements('@', @)", list, among('a', 'a.b'), truth),
  written("@ | rekey_on_member('a', duplicates='overwrite')", list),
  written('@ is @(@)', list, among('contains', 'subset', 'superset'), list),
  written(
    '@ is @',
    dict.map((one) =>
      one.replace("'a':", "'changed':").replace("'b':", "'results':").replace("'c':", "'failed':"),
    ),
    among('changed', 'failed', 'success', 'skipped'),
  ),
  written('@ | extract(@@)', value, value, among('', ", 'a'", ", ['a', 'b']")),
);

test.skipIf(!hasOracle)('generated templates give what Ansible gives', { timeout: 120_000 }, () => {
  const seed = Number(process.env.SEED ?? 20_26);
  const templates = fc.sample(template, { seed, numRuns: Number(process.env.RUNS ?? 1000) });
  const wanted = byAnsible(templates, '{}');
  const different = templates.flatMap((one, index) => {
    const [ansible, ours] = [wanted[index], byRenderer(one, '{}')];
    const areBothRefused = ansible !== undefined && 'error' in ansible && 'error' in ours;
    return areBothRefused || JSON.stringify(ansible) === JSON.stringify(ours)
      ? []
      : [{ template: one, ansible, ours }];
  });
  expect(different.slice(0, 3), `seed ${seed}: ${different.length} differ`).toEqual([]);
});
