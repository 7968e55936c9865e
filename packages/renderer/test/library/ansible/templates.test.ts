import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hasOracle } from '../../oracle/oracle.ts';
import { byAnsible, byRenderer } from './ansible-case.ts';

// A template a line; a new line needs no code. Where Ansible refuses one, it is enough that it is refused: the words
// often have types in them that are Ansible's own.

const folder = new URL('templates/', import.meta.url);
const topics = readdirSync(folder).map((file) => file.replace('.txt', ''));

const VARIABLES =
  '{"l": [3, 1, 2], "d": {"b": 1, "a": "x", "c": [1, 2]}, "s": "hello world", "users": [{"name": "bob", "groups": ["adm", "sudo"]}, {"name": "al", "groups": []}]}';

test.skipIf(!hasOracle).each(topics)(
  '%s: what Ansible makes of each template',
  { timeout: 60_000 },
  (topic) => {
    const templates = readFileSync(new URL(`${topic}.txt`, folder), 'utf8')
      .trim()
      .split('\n');
    const wanted = byAnsible(templates, VARIABLES);
    const ours = templates.map((template) => byRenderer(template, VARIABLES));
    const comparable = (outcomes: typeof wanted) =>
      outcomes.map((outcome, index) => [templates[index], 'text' in outcome ? outcome.text : 'is refused']);
    expect(comparable(ours)).toEqual(comparable(wanted));
  },
);
