import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aptInstall } from '../scripts/setup/apt.mjs';
import { LABEL } from '../scripts/setup/docker.mjs';
import { run, succeeds } from '../scripts/setup/process.mjs';

/** Time that a registry is given (ms): a pull that is on its way ends in time on slow lines, a dead end does not hold us up. */
const PULL_TIMEOUT = 120_000;

/**
 * Makes sure of a bare Debian to build on and returns its tag: `debian:SUITE` where a registry can be reached, otherwise
 * the same bootstrapped from Debian packages.
 *
 * @param {string} suite a Debian release, such as `bookworm`
 */
export async function ensureBaseImage(suite) {
  const official = `debian:${suite}`;
  const bootstrapped = `nodeport-haproxy-lab/base:${suite}`;
  for (const tag of [official, bootstrapped]) {
    if (await succeeds('docker', ['image', 'inspect', tag])) return tag;
  }
  if (await succeeds('docker', ['pull', '--quiet', official], { timeout: PULL_TIMEOUT })) return official;
  await bootstrap(suite, bootstrapped);
  return bootstrapped;
}

async function bootstrap(suite, tag) {
  await ensureMmdebstrap();
  const folder = mkdtempSync(join(tmpdir(), 'nodeport-haproxy-'));
  try {
    const tar = join(folder, `${suite}.tar`);
    const options = suite === 'sid' ? [...OPTIONS, ...STALE_LISTS] : OPTIONS;
    await run('mmdebstrap', [...options, suite, tar, ...(await sources(suite))]);
    await run('docker', ['import', '--change', `LABEL ${LABEL}=base`, tar, tag]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

let mmdebstrap;

/** Only once, also when several releases are wanted side by side: apt-get locks. */
function ensureMmdebstrap() {
  mmdebstrap ??= succeeds('mmdebstrap', ['--version']).then((there) => {
    if (!there)
      return aptInstall(['mmdebstrap', 'debian-archive-keyring'], "the lab's images (no registry answers)");
  });
  return mmdebstrap;
}

// What Debian's own images for containers leave out as well.
const LEFT_OUT = ['man', 'doc', 'locale'].map((name) => `--dpkgopt=path-exclude=/usr/share/${name}/*`);
const OPTIONS = ['--quiet', '--variant=minbase', '--aptopt=Acquire::Languages "none"', ...LEFT_OUT];

/**
 * Debian's unstable lists say that they are valid for a week; a mirror that is frozen or seldom synchronised holds older
 * ones, and apt refuses them. mmdebstrap leaves the option in the image's apt.conf.d, so that it holds there as well.
 */
const STALE_LISTS = ['--aptopt=Acquire::Check-Valid-Until "false"'];

/** The machine's own mirror of Debian, where it has one; with none named, mmdebstrap takes Debian's. */
async function sources(suite) {
  const format = '$(ORIGIN)|$(LABEL)|$(REPO_URI)';
  const query = ['indextargets', '--format', format, 'Created-By: Packages'];
  const { stdout } = await run('apt-get', query).catch(() => ({ stdout: '' }));
  const site = (label) =>
    stdout
      .split('\n')
      .find((line) => line.startsWith(`Debian|${label}|`))
      ?.split('|')[2];
  const [main, security] = [site('Debian'), site('Debian-Security')];
  if (!main || !security) return [];
  if (suite === 'sid') return [`deb ${main} sid main`];
  return [
    `deb ${main} ${suite} main`,
    `deb ${main} ${suite}-updates main`,
    `deb ${security} ${suite}-security main`,
  ];
}
