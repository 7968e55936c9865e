// `npm run check`: everything that needs no container. Only Node's own modules until set-up is done.
import { checks } from './test/checks.mjs';
import { setUpFor, tally } from './test/tally.mjs';

await setUpFor({ docker: false });
await tally(checks);
