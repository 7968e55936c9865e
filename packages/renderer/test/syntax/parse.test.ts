import { describe, expect, test } from 'vitest';
import type { Expression, Template } from '../../src/syntax/nodes.ts';
import { JINJA2_SYNTAX, type SyntaxOptions } from '../../src/syntax/options.ts';
import { parse } from '../../src/syntax/parse.ts';
import { TemplateSyntaxError } from '../../src/syntax/syntax-error.ts';

const parsed = (source: string, options: Partial<SyntaxOptions> = {}): Template =>
  parse(source, { ...JINJA2_SYNTAX, ...options });

function refusal(source: string, options: Partial<SyntaxOptions> = {}): TemplateSyntaxError {
  try {
    parsed(source, options);
  } catch (error) {
    if (error instanceof TemplateSyntaxError) return error;
    throw error;
  }
  throw new Error(`not refused: ${source.slice(0, 100)}`);
}

describe('an expression', () => {
  test.each([
    ['a or b and c', '(a or (b and c))'],
    ['not a in b and c', '((not (a in b)) and c)'],
    ['a not in b < c', '(a not in b < c)'],
    ['a + b ~ c * d', '(a + (b ~ (c * d)))'],
    ['a - b - c', '((a - b) - c)'],
    ['2 ** 3 ** 2', '((2 ** 3) ** 2)'],
    ['-a ** b', '((- a) ** b)'],
    ['-a.b | c', '((- a.b) | c)'],
    ['a is b c.d and e', '((a is b(c.d)) and e)'],
    ['a is not b', '(not (a is b()))'],
    ['a if b else c if d else e', '(a if b else (c if d else e))'],
    ['a, b', '(a, b)'],
    ["'a' 'b'", '"ab"'],
    ['12345678901234567890', '12345678901234567890'],
  ])('of %s is %s', (source, tree) => {
    expect(show(onlyExpression(`{{ ${source} }}`))).toBe(tree);
  });
});

describe('a place', () => {
  test('is counted in the template as it was given', () => {
    const source = 'a\r\n{% if b.c %}\r\n{{ d\r\n| e is not f(-g) }}{% endif %}';
    expect(places(parsed(source), source)).toEqual([
      'output: a',
      'text: a',
      'if: if',
      'attribute: c',
      'name: b',
      'unary: is',
      'test: f',
      'unary: -',
      'name: g',
      'filter: e',
      'name: d',
    ]);
  });

  // ‸ is where it goes wrong.
  test.each([
    ['a\n{{ b ‸? }}', "unexpected char '?' at 7"],
    ['😀\r\n\r\n{{ b ‸? }}', "unexpected char '?' at 8"],
    ['{{ a ‸b }}', "expected token 'end of print statement', got 'b'"],
    ['{% if a %}\r\n{% ‸for2 %}', "Encountered unknown tag 'for2'."],
    ['{% if a %}\r\n{{ b }}‸', 'Unexpected end of template.'],
    ['a {‸# b', 'Missing end of comment tag'],
    ['a {% raw %} b', 'Missing end of raw directive'],
    ["{% set ‸'a' = b %}", "can't assign to 'const'"],
    ['{{ a‸(b=c, d) }}', 'invalid syntax for function call expression'],
    ["{{ a ~\r\n ‸'\\x1' }}", 'truncated \\xXX escape'],
  ])('of what is wrong in %s is told', (marked, message) => {
    const at = marked.indexOf('‸');
    const error = refusal(marked.replace('‸', ''));
    expect(error.message).toContain(message);
    expect(error.at).toBe(Math.max(message.startsWith('Missing') ? 2 : at, 0));
  });
});

describe('nesting', () => {
  const openings = [
    ['parentheses', '{{ ', '(', 'a', ')', ' }}'],
    ['lists', '{{ ', '[', 'a', ']', ' }}'],
    ['dictionaries', '{{ ', '{1: ', 'a', '}', ' }}'],
    ['calls', '{{ ', 'a(', 'a', ')', ' }}'],
    ['items', '{{ ', 'a[', 'a', ']', ' }}'],
    ['arguments of tests', '{{ ', 'a is b(', 'a', ')', ' }}'],
    ['not', '{{ ', 'not ', 'a', '', ' }}'],
    ['minus', '{{ ', '-', 'a', '', ' }}'],
    ['else', '{{ ', 'a if b else ', 'a', '', ' }}'],
    ['targets', '{% set ', '(', 'a', ')', ' = 1 %}'],
    ['if', '', '{% if a %}', '', '{% endif %}', ''],
    ['for', '', '{% for a in b %}', '', '{% endfor %}', ''],
    ['macros', '', '{% macro a() %}', '', '{% endmacro %}', ''],
  ] as const;

  test.each(openings)('of 10,000 %s is refused', (_what, before, opening, inside) => {
    expect(refusal(before + opening.repeat(10_000) + inside).message).toMatch(/^nested more than 200 levels/);
  });

  test.each(openings)('of 190 %s is none too much', (_what, before, opening, inside, closing, after) => {
    expect(() => parsed(before + opening.repeat(190) + inside + closing.repeat(190) + after)).not.toThrow();
  });

  test.each([
    ['operators', ' + a'],
    ['comparisons in brackets', ' + (a < b)'],
    ['filters', ' | b'],
    ['tests', ' is b and a'],
    ['attributes', '.b'],
    ['items', '[0]'],
    ['calls', '()'],
    ['conditions', ' if b'],
  ])('of a chain of 100,000 %s is refused before the rest is read', (_what, link) => {
    expect(refusal(`{{ a${link.repeat(100_000)} ? }}`).message).toMatch(/^more than 500 operators/);
  });

  test('counts the chains that are inside of chains', () => {
    const source = Array.from({ length: 20 }).reduce<string>(
      (inner) => `(${inner}${' + a'.repeat(50)})`,
      'a',
    );
    expect(refusal(`{{ ${source} }}`).message).toMatch(/^more than 500 operators/);
  });

  test.each([
    ['items', `{{ [${'a, '.repeat(20_000)}] }}`],
    ['texts', `{{ a${' ~ a'.repeat(20_000)} }}`],
    ['comparisons', `{{ a${' < a'.repeat(20_000)} }}`],
    ['branches', `{% if a %}${'{% elif b %}'.repeat(20_000)}{% endif %}`],
    ['tags', '{% if a %}{% endif %}'.repeat(20_000)],
  ])('is no matter for %s side by side', (_what, source) => {
    expect(() => parsed(source)).not.toThrow();
  });
});

describe('a text of megabytes', () => {
  const size = 10_000_000;
  const lines = { lineStatementPrefix: '#', lineCommentPrefix: '##', lstripBlocks: true };

  test.each([
    ['words', 'a '.repeat(size / 2)],
    ['blanks', ' '.repeat(size)],
    ['newlines', '\n'.repeat(size)],
    ['a raw block', `{% raw %}${'{% a '.repeat(size / 5)}{% endraw %}`],
    ['a string', `{{ '${"a \\'".repeat(size / 100)}' }}`],
    ['a comment', `{#${'# '.repeat(size / 2)}#}`],
  ])('that is %s is one piece', { timeout: 60_000 }, (_what, source) => {
    for (const options of [{}, lines]) expect(parsed(`${source}x`, options).body.length).toBe(1);
  });

  test('that is a number is refused', { timeout: 60_000 }, () => {
    expect(refusal(`{{ ${'1'.repeat(size)} }}`).message).toMatch(/^Exceeds the limit \(4300 digits\)/);
  });
});

describe('what JavaScript could not keep as Python does', () => {
  test.each([
    ['halves of a pair', "'\\ud83d'", 'surrogates not allowed'],
    ['digits beyond ASCII', '1٣', 'Invalid character in identifier'],
    [
      'rare names of characters',
      "'\\N{CUNEIFORM SIGN A}'",
      "unknown Unicode character name 'CUNEIFORM SIGN A'",
    ],
  ])('is refused: %s', (_what, expression, message) => {
    expect(refusal(`{{ ${expression} }}`).message).toContain(message);
  });
});

describe('delimiters', () => {
  test.each([
    ['the same', { blockStart: '{{' }, 'must be different'],
    ['empty', { commentEnd: '' }, 'must not be empty'],
  ])('that are %s are refused', (_what, options, message) => {
    expect(refusal('a', options).message).toContain(message);
  });
});

test('names of JavaScript are names like others', () => {
  expect(show(onlyExpression('{{ constructor.__proto__ | toString is hasOwnProperty }}'))).toBe(
    '((constructor.__proto__ | toString) is hasOwnProperty())',
  );
  expect(refusal('{% constructor %}').message).toBe("Encountered unknown tag 'constructor'.");
});

/** The kind of each node that says where it is, and the word that is there; text between tags is left out. */
function places(node: unknown, source: string): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const inside = Object.values(node).flatMap((child) => places(child, source));
  if (!('kind' in node && 'at' in node) || node.kind === 'template') return inside;
  const [word = ''] = source.slice(Number(node.at)).match(/^(\w+|-)/) ?? [];
  return word ? [`${node.kind}: ${word}`, ...inside] : inside;
}

function onlyExpression(source: string): Expression {
  const [output] = parsed(source).body;
  const part = output?.kind === 'output' ? output.parts[0] : undefined;
  if (!part || part.kind === 'text') throw new Error('no expression');
  return part;
}

/** An expression with all its parentheses. */
function show(node: Expression): string {
  switch (node.kind) {
    case 'constant':
      return 'value' in node.value && typeof node.value.value === 'string'
        ? JSON.stringify(node.value.value)
        : String('value' in node.value ? node.value.value : null);
    case 'name':
      return node.name;
    case 'unary':
      return `(${node.operator} ${show(node.operand)})`;
    case 'binary':
      return `(${show(node.left)} ${node.operator} ${show(node.right)})`;
    case 'compare':
      return `(${[show(node.first), ...node.rest.map((one) => `${one.operator} ${show(one.operand)}`)].join(' ')})`;
    case 'concat':
      return `(${node.parts.map(show).join(' ~ ')})`;
    case 'condition':
      return `(${show(node.value)} if ${show(node.test)}${node.otherwise ? ` else ${show(node.otherwise)}` : ''})`;
    case 'tuple':
      return `(${node.items.map(show).join(', ')})`;
    case 'attribute':
      return `${show(node.object)}.${node.name}`;
    case 'filter':
      return `(${show(node.operand)} | ${node.name})`;
    case 'test':
      return `(${show(node.operand)} is ${node.name}(${node.arguments.positional.map(show).join(', ')}))`;
    default:
      throw new Error(`no ${node.kind} here`);
  }
}
