#!/usr/bin/env node
// Committed as plain JavaScript, so that npm can link it before anything is built.
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const entry = join(__dirname, '..', 'dist', 'nodeport.cjs');
if (existsSync(entry)) {
  require(entry);
} else {
  process.stderr.write('nodeport is not built yet: run npm run setup\n');
  process.exitCode = 3;
}
