import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LABEL } from '../scripts/setup/docker.mjs';
import { run, succeeds } from '../scripts/setup/process.mjs';
import { ensureBaseImage } from './base-image.mjs';

const CONTEXT = join(import.meta.dirname, 'images');
const HASH_LABEL = `${LABEL}.inputs`;

/**
 * Makes sure that images of the lab are there and up to date; those of different releases are built side by side.
 *
 * @param {Array<{target: 'balancer' | 'worker', suite: string}>} wanted
 */
export async function ensureImages(wanted) {
  const suites = [...new Set(wanted.map(({ suite }) => suite))];
  await Promise.all(
    suites.map(async (suite) => {
      const targets = wanted.filter((image) => image.suite === suite).map(({ target }) => target);
      for (const target of new Set(targets)) await ensureImage(target, suite);
    }),
  );
}

async function ensureImage(target, suite) {
  const tag = `nodeport-haproxy-lab/${target}:${suite}`;
  const inputs = hashOfInputs();
  const there = await inspect(tag);
  if (there?.inputs === inputs) return;
  await build({ tag, target, base: await ensureBaseImage(suite), inputs });
  // What it replaces would stay as an image without a name; where a container still runs from it, it has to.
  if (there) await run('docker', ['image', 'rm', there.id], { accept: () => true });
}

async function build({ tag, target, base, inputs }) {
  const what = ['--target', target, '--build-arg', `BASE=${base}`, '--tag', tag];
  const labels = ['--label', `${LABEL}=image`, '--label', `${HASH_LABEL}=${inputs}`];
  // The Dockerfile asks nothing of BuildKit: where the client has no buildx, the engine's own builder does as well.
  const buildx = await succeeds('docker', ['buildx', 'version']);
  const env = { ...process.env, DOCKER_BUILDKIT: buildx ? '1' : '0' };
  await run('docker', ['build', '--quiet', ...what, ...labels, CONTEXT], { env });
}

async function inspect(tag) {
  const format = `{{ .Id }} {{ index .Config.Labels "${HASH_LABEL}" }}`;
  const { stdout } = await run('docker', ['image', 'inspect', '--format', format, tag], {
    accept: () => true,
  });
  const [id, inputs] = stdout.trim().split(' ');
  return id ? { id, inputs } : undefined;
}

function hashOfInputs() {
  const hash = createHash('sha256');
  for (const file of readdirSync(CONTEXT).sort()) hash.update(file).update(readFileSync(join(CONTEXT, file)));
  return hash.digest('hex').slice(0, 16);
}
