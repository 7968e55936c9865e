// Bundles the two commands, workspace packages included, so that they start without looking for modules on the disk.
// `node build.mjs DIRECTORY` writes there instead of dist/; it has to be a folder right below this package,
// because the bundle finds the package's other files from where it lies.
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const directory = new URL(`${process.argv[2] ?? 'dist'}/`, import.meta.url);

await rm(directory, { recursive: true, force: true });
await build({
  absWorkingDir: fileURLToPath(new URL('.', import.meta.url)),
  entryPoints: ['src/nodeport.ts', 'src/validate.ts'],
  outdir: fileURLToPath(directory),
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  conditions: ['@nodeport-haproxy/source'],
  logLevel: 'warning',
  // Dependencies in CommonJS call require(), which ES modules do not have.
  banner: {
    js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
  },
});
