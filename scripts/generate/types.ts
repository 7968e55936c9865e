// Types of the variables as an operator gives them, and their defaults.

import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { fieldDefaults, type Json, type Node, type Output, origin } from './schema.ts';

const header = `// ${origin}`;

const pascal = (name: string): string =>
  name.replace(/(?:^|_)([a-z])/g, (_match, letter: string) => letter.toUpperCase());

// A title becomes a type's name: only the definitions that are objects shall have one.
function untitled(node: Node): Node {
  const { title: _title, examples: _examples, ...rest } = node;
  return {
    ...rest,
    ...(node.items && { items: untitled(node.items) }),
    ...(node.properties && { properties: mapped(node.properties, untitled) }),
  };
}

function mapped(
  nodes: Record<string, Node>,
  change: (node: Node, name: string) => Node,
): Record<string, Node> {
  return Object.fromEntries(Object.entries(nodes).map(([name, node]) => [name, change(node, name)]));
}

function named(node: Node, name: string): Node {
  return node.type === 'object' ? { ...untitled(node), title: pascal(name) } : untitled(node);
}

export async function types(schema: Node): Promise<Output> {
  const definitions = mapped(schema.$defs ?? {}, named);
  const input = { ...untitled(schema), title: 'Variables', $defs: definitions, $id: undefined } as JSONSchema; // Same thing, two names.
  const text = await compile(input, 'Variables', {
    additionalProperties: false,
    bannerComment: header,
    ignoreMinAndMaxItems: true,
    style: { singleQuote: true },
  });
  return { path: 'packages/schema/src/generated/variables.ts', text: `${text}\n${defaults(schema)}` };
}

function defaults(schema: Node): string {
  const values = Object.entries(schema.properties ?? {}).map(([name, node]): [string, Json] => [
    name,
    node.default ?? null,
  ]);
  const literal = JSON.stringify(Object.fromEntries(values), null, 2);
  return [
    "/** Every variable's value where it is not given. */",
    `export const defaults: Required<Variables> = ${literal};`,
    '',
    '/** What other projects call the variables. */',
    `export const synonyms: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(synonyms(schema))};`,
    '',
    ...['tcp_service', 'udp_service', 'server'].flatMap((name) => definitionDefaults(schema, name)),
  ].join('\n');
}

function synonyms(schema: Node): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([name, node]) =>
      node['x-synonyms'] ? [[name, node['x-synonyms']]] : [],
    ),
  );
}

/** `udp_service` becomes `udpServiceDefaults`. */
function definitionDefaults(schema: Node, name: string): string[] {
  const constant = `${name.replace(/_./g, (pair) => pair[1]?.toUpperCase() ?? '')}Defaults`;
  return [
    `/** What a ${schema.$defs?.[name]?.title ?? name} gets where it says nothing. */`,
    `export const ${constant} = ${JSON.stringify(fieldDefaults(schema, name), null, 2)} as const;`,
    '',
  ];
}
