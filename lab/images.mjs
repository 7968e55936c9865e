import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LABEL } from '../scripts/setup/docker.mjs';
import { run, succeeds } from '../scripts/setup/process.mjs';
import { ensureBaseImage } from './base-image.mjs';

const CONTEXT = join(import.meta.dirname, 'images');
const HASH_LABEL = `${LABEL}.inputs`;

/**
 * Makes sure that an image of the lab is there and up to date.
 *
 * @param {'balancer' | 'worker'} target
 * @param {string} suite a Debian release, such as `bookworm`
 * @returns {Promise<{tag: string, built: boolean}>}
 */
export async function ensureImage(target, suite) {
  const tag = `nodeport-haproxy-lab/${target}:${suite}`;
  const inputs = hashOfInputs();
  if ((await labelOf(tag)) === inputs) return { tag, built: false };
  await build({ tag, target, base: await ensureBaseImage(suite), inputs });
  return { tag, built: true };
}

/**
 * Makes sure of several images; those of different releases are built side by side.
 *
 * @param {Array<{target: 'balancer' | 'worker', suite: string}>} wanted
 * @returns {Promise<string[]>} the tags of those that had to be built
 */
export async function ensureImages(wanted) {
  const suites = [...new Set(wanted.map(({ suite }) => suite))];
  const built = await Promise.all(
    suites.map(async (suite) => {
      const tags = [];
      for (const target of new Set(
        wanted.filter((image) => image.suite === suite).map((image) => image.target),
      )) {
        const image = await ensureImage(target, suite);
        if (image.built) tags.push(image.tag);
      }
      return tags;
    }),
  );
  return built.flat();
}

async function build({ tag, target, base, inputs }) {
  const labels = ['--label', `${LABEL}=image`, '--label', `${HASH_LABEL}=${inputs}`];
  const args = [
    'build',
    '--quiet',
    '--target',
    target,
    '--build-arg',
    `BASE=${base}`,
    '--tag',
    tag,
    ...labels,
    CONTEXT,
  ];
  // The Dockerfile asks nothing of BuildKit: where the client has no buildx, the engine's own builder does as well.
  const buildx = await succeeds('docker', ['buildx', 'version']);
  await run('docker', args, { env: { ...process.env, DOCKER_BUILDKIT: buildx ? '1' : '0' } });
}

async function labelOf(tag) {
  const format = `{{ index .Config.Labels "${HASH_LABEL}" }}`;
  const { stdout } = await run('docker', ['image', 'inspect', '--format', format, tag]).catch(() => ({
    stdout: '',
  }));
  return stdout.trim();
}

function hashOfInputs() {
  const hash = createHash('sha256');
  for (const file of readdirSync(CONTEXT).sort()) hash.update(file).update(readFileSync(join(CONTEXT, file)));
  return hash.digest('hex').slice(0, 16);
}
