// tsc leaves JavaScript that it did not make where it is: the validator goes into the package by hand.

import { cpSync } from 'node:fs';
import { join } from 'node:path';

const [dist = join(import.meta.dirname, 'dist')] = process.argv.slice(2);

for (const file of ['validate.js', 'validate.d.ts']) {
  cpSync(join(import.meta.dirname, 'src/generated', file), join(dist, 'generated', file));
}
