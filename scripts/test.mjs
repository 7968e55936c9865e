// `npm test`: everything; `npm run test:long` adds what takes longer. Only Node's own modules until set-up is done.
import { checks } from './test/checks.mjs';
import { examples } from './test/examples.mjs';
import { guide } from './test/guide.mjs';
import { molecule } from './test/molecule.mjs';
import { setUpFor, tally } from './test/tally.mjs';

await setUpFor({ docker: true });
const isLong = process.argv.includes('--long');
// The unit tests that generate what they test make more of it then.
if (isLong) process.env.NODEPORT_LONG = '1';
const scenarios = isLong
  ? ['default', 'udp', 'change-long', 'failover', 'udp-long', 'suites']
  : ['default', 'udp', 'change'];
await tally([...checks, ...examples, ...guide, ...molecule(...scenarios)]);
