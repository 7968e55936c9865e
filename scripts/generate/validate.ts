// The schema's validator as a module that needs nothing but Node: no ajv at run time, nothing compiled at start.

import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { _ } from 'ajv/dist/compile/codegen/index.js';
import standalone from 'ajv/dist/standalone/index.js';
import { buildSync } from 'esbuild';
import * as formats from '../../packages/schema/src/formats.ts';
import { type Node, type Output, origin } from './schema.ts';

const folder = 'packages/schema/src/generated';

const declaration = `// ${origin}

/** An error as ajv reports it with \`verbose\`. */
export interface SchemaError {
  instancePath: string;
  keyword: string;
  params: Record<string, unknown>;
  parentSchema: Record<string, unknown>;
}

export interface Validate {
  (variables: unknown): boolean;
  errors: SchemaError[] | null;
}

export declare const validate: Validate;
`;

export function validator(schema: Node, root: string): Output[] {
  const resolveDir = join(root, 'packages/schema/src');
  const code = compile(schema);
  const { outputFiles } = buildSync({
    stdin: { contents: code, resolveDir, loader: 'js' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    legalComments: 'none',
  });
  const text = outputFiles[0]?.text;
  if (text === undefined) throw new Error('esbuild wrote no validator');
  return [
    { path: `${folder}/validate.js`, text: `// ${origin}\n${withoutPaths(text)}` },
    { path: `${folder}/validate.d.ts`, text: declaration },
  ];
}

function compile(schema: Node): string {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    verbose: true,
    messages: false,
    // A port stands in its place, a server once for all the lists: of code that is run once its size is what takes the time.
    inlineRefs: 4,
    formats: formats.formats,
    code: { source: true, esm: true, formats: _`require("./formats.ts").formats` },
  });
  ajv.addVocabulary(['x-unit', 'x-hint', 'x-instead', 'x-synonyms']);
  ajv.addSchema(schema, 'variables');
  return standalone.default(ajv, { validate: 'variables' });
}

// esbuild names each file it bundled: comments that would differ from one checkout to the next.
function withoutPaths(text: string): string {
  return text.replace(/^\/\/ \S+\.(js|ts)$\n/gm, '').replace(/"[^"\n]*node_modules\/ajv\//g, '"ajv/');
}
