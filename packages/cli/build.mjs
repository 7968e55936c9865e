// Bundles the two commands, workspace packages included, so that they start without looking for modules on the disk.
// `node build.mjs DIRECTORY` writes there instead of dist/; it has to be a folder right below this package,
// because the bundle finds the package's other files from where it lies.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const directory = new URL(`${process.argv[2] ?? 'dist'}/`, import.meta.url);
const URL_OF_FILE = 'const __url = require("node:url").pathToFileURL(__filename).href;';
/** The modules that a command loads whatever it is asked for, or is asked for most. */
const COMMANDS = { nodeport: ['src/nodeport.ts'], validate: ['src/validate.ts', 'src/commands/validate.ts'] };

const { outputFiles, metafile } = await esbuild.build({
  absWorkingDir: fileURLToPath(new URL('.', import.meta.url)),
  entryPoints: Object.fromEntries(Object.keys(COMMANDS).map((name) => [`${name}.main`, `src/${name}.ts`])),
  outdir: fileURLToPath(directory),
  outExtension: { '.js': '.cjs' },
  bundle: true,
  splitting: true,
  write: false,
  metafile: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  conditions: ['@nodeport-haproxy/source'],
  logLevel: 'warning',
  plugins: [
    { name: 'without-unused', setup: withoutUnused },
    { name: 'entities-later', setup: withEntitiesLater },
  ],
});

/**
 * What libraries load and no command uses: commander's subcommands that are programs of their own (node:child_process takes
 * 3 ms), and nunjucks' own compiler.
 */
function withoutUnused({ onResolve, onLoad }) {
  onResolve({ filter: /^node:child_process$/ }, absentIn('commander'));
  onResolve(
    { filter: /^\.\/(src\/)?(compiler|lexer|nodes|parser|precompile|jinja-compat)$/ },
    absentIn('nunjucks'),
  );
  onLoad({ filter: /.*/, namespace: 'absent' }, () => ({ contents: 'module.exports = {};' }));
}

function absentIn(library) {
  return ({ path, importer }) =>
    importer.split(/[\\/]/).includes(library) ? { path, namespace: 'absent' } : undefined;
}

/** Unpacks its tables once `striptags` asks for them: that takes 2 ms. */
function withEntitiesLater({ onResolve, onLoad, resolve }) {
  onResolve({ filter: /^entities\/decode$/ }, async ({ path, kind, resolveDir, pluginData }) => {
    if (pluginData === 'now') return undefined;
    const { path: file } = await resolve(path, { kind, resolveDir, pluginData: 'now' });
    return { path: file, namespace: 'later' };
  });
  onLoad({ filter: /.*/, namespace: 'later' }, ({ path }) => ({
    contents: `export const decodeHTML = (text) => require(${JSON.stringify(path)}).decodeHTML(text);`,
    resolveDir: dirname(path),
  }));
}

await rm(directory, { recursive: true, force: true });
await mkdir(directory, { recursive: true });
// Only esbuild's ES modules can be split, and only scripts can have a code cache.
const functions = new Map();
for (const { path, text } of outputFiles) {
  const { code } = await esbuild.transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': '__url' },
    banner: `(function (exports, require, module, __filename) {${text.includes('import.meta.url') ? URL_OF_FILE : ''}`,
    footer: '})',
    minifySyntax: true,
    minifyWhitespace: true,
  });
  functions.set(basename(path), code.trim());
}
for (const [file, code] of functions) await writeFile(new URL(file, directory), code);
// To read and compile twenty files takes 5 ms more than one.
for (const [name, modules] of Object.entries(COMMANDS)) {
  const entries = loadedWith(modules).map((file) => `${JSON.stringify(file)}: ${functions.get(file)}`);
  await writeFile(new URL(`${name}.main.cjs`, directory), `({\n${entries.join(',\n')}\n})`);
}

/** The files of the bundle that these modules are in, and all that those load at once. */
function loadedWith(modules) {
  const outputs = Object.entries(metafile.outputs);
  const files = new Set(
    outputs.filter(([, { entryPoint }]) => modules.includes(entryPoint)).map(([file]) => file),
  );
  // A set goes on with what is added to it.
  for (const file of files)
    for (const { path, kind } of metafile.outputs[file]?.imports ?? [])
      if (kind === 'import-statement') files.add(path);
  return [...files].filter((file) => file in metafile.outputs).map((file) => basename(file));
}

// The names of its parts hold hashes of what is in them.
const built = outputFiles.map(({ path, hash }) => `${basename(path)} ${hash}`).sort();
const build = createHash('sha256').update(built.join('\n')).digest('hex').slice(0, 12);
const files = await readdir(new URL('src/commands/', import.meta.url));
const subcommands = { nodeport: files.map((file) => basename(file, '.ts')), validate: [] };
// A file less: to find and load one takes Node half a millisecond.
const loader = await readFile(new URL('loader.cjs', import.meta.url), 'utf8');
for (const name of Object.keys(COMMANDS)) {
  const bundle = JSON.stringify({ build, subcommands: subcommands[name] });
  await writeFile(new URL(`${name}.cjs`, directory), `${loader}\nrun('${name}', ${bundle});\n`);
}
