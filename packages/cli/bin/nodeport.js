#!/usr/bin/env node
// Committed as plain JavaScript, so that npm can link it before anything is built.
import { existsSync } from 'node:fs';

const entry = new URL('../dist/nodeport.js', import.meta.url);
if (existsSync(entry)) {
  await import(entry.href);
} else {
  process.stderr.write('nodeport is not built yet: run npm run setup\n');
  process.exitCode = 3;
}
