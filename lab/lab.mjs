// `npm run lab`: a balancer, three workers and a client as containers on this machine, deployed to and tried out.
import { exitWith } from '../scripts/setup/problem.mjs';
import { run } from '../scripts/setup/process.mjs';
import { step } from '../scripts/setup/steps.mjs';
import { setUp } from '../scripts/setup.mjs';
import { down } from './containers.mjs';
import { demonstrate, PROJECT, pagesOf } from './demonstration.mjs';
import { readState } from './state.mjs';

const USAGE = `usage: npm run lab              bring the lab up (or mend it), deploy, and show balancing and failover
       npm run lab -- status    what runs where
       npm run lab -- down      remove it`;

const COMMANDS = {
  up: bringUp,
  status: showStatus,
  down: () => step('removed the lab', () => down(PROJECT)),
};

async function bringUp() {
  const interruption = interruptible();
  try {
    await setUp();
    await demonstrate(interruption);
  } catch (error) {
    if (interruption.aborted) {
      console.error('Interrupted. What was silenced is restored; `npm run lab -- down` removes the lab.');
      process.exit(130);
    }
    console.error(
      'The lab is left as it is, to be looked at: `npm run lab` tries again, `npm run lab -- down` removes it.',
    );
    throw error;
  }
  console.log(
    '\nThe lab is running. `npm run lab -- status` shows its addresses, `npm run lab -- down` removes it.',
  );
}

/** The first Ctrl-C ends the work in order, the second at once. */
function interruptible() {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM']) {
    process.on(name, () => (controller.signal.aborted ? process.exit(130) : controller.abort()));
  }
  return controller.signal;
}

async function showStatus() {
  const lab = readState(PROJECT);
  if (!lab) {
    console.log('The lab is down. `npm run lab` brings it up.');
    return;
  }
  const { stdout } = await run('docker', ['ps', '--format', '{{.Names}}']);
  const running = stdout.split('\n');
  for (const { host, name, address } of lab.machines) {
    console.log(
      `${host.padEnd(18)} ${address.padEnd(15)} ${running.includes(name) ? 'running' : 'NOT RUNNING'}  ${name}`,
    );
  }
  const pages = pagesOf(lab.machines.find(({ role }) => role === 'balancer'));
  console.log(`stats ${pages.stats}\nmetrics ${pages.metrics}\nUDP metrics ${pages.udpMetrics}`);
}

const command = COMMANDS[process.argv[2] ?? 'up'];
if (!command || process.argv.length > 3) {
  console.error(USAGE);
  process.exit(2);
}
await command().catch(exitWith);
