// Holds sessions through a service and opens new connections to it, until a file appears; then says what became of them.
//
//   node lab/steady-traffic.mjs --host 10.79.0.10 --port 6379 --sessions 200 --rate 20 --ready FILE --stop FILE
//
// The service has to be the lab's Redis.
import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { exitWith } from '../scripts/setup/problem.mjs';
import { waitUntil } from '../scripts/setup/wait-until.mjs';
import { measureTcp } from './tcp-steady.mjs';

/** The traffic ends by itself after this long (ms), should nobody make the file. */
const LONGEST = 300_000;

async function main() {
  const { values } = parseArgs({
    options: Object.fromEntries(
      ['host', 'port', 'sessions', 'rate', 'ready', 'stop'].map((name) => [name, { type: 'string' }]),
    ),
  });
  const result = await measureTcp({
    host: values.host,
    port: Number(values.port),
    sessions: Number(values.sessions),
    rate: Number(values.rate),
    during: () => {
      writeFileSync(values.ready, '');
      return waitUntil(`the file ${values.stop}`, () => existsSync(values.stop), {
        within: LONGEST,
        every: 50,
      });
    },
  });
  console.log(JSON.stringify(result));
}

await main().catch(exitWith);
