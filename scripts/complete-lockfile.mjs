// Adds to package-lock.json the packages for other systems that a native package lists as optional.
//
//   npm install … && node scripts/complete-lockfile.mjs
//
// npm leaves out what it could not find, as with a registry mirror that holds Linux only, and `npm ci` then
// refuses the lockfile everywhere. What is added has no integrity: npm cannot know it here. No system that the
// mirror serves installs these.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(import.meta.dirname, '..', 'package-lock.json');
const OS = { windows: 'win32' };
const CPU = { 64: 'x64', eabi: 'arm', gnueabihf: 'arm', musleabihf: 'arm' };
const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'windows'];

/** What the name of a native package says: `@scope/name-darwin-arm64`, `@scope/name-linux-x64-musl`. */
function described(name) {
  const words = name.split(/[/-]/);
  const system = words.findIndex((word) => SYSTEMS.includes(word));
  if (system === -1) throw new Error(`the name of ${name} does not say its system`);
  const [os, cpu, libc = ''] = words.slice(system);
  return {
    cpu: [CPU[cpu] ?? cpu],
    ...(libc.startsWith('musl') && { libc: ['musl'] }),
    ...(libc.startsWith('gnu') && { libc: ['glibc'] }),
    os: [OS[os] ?? os],
  };
}

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const parents = Object.values(lock.packages);
for (const { optionalDependencies = {}, dev, license, engines } of parents) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const path = `node_modules/${name}`;
    // A range is a package of its own, which npm resolves; native packages are pinned to their parent's version.
    if (lock.packages[path] || !/^\d/.test(version)) continue;
    const { cpu, libc, os } = described(name);
    lock.packages[path] = {
      version,
      cpu,
      ...(dev && { dev }),
      ...(libc && { libc }),
      license,
      optional: true,
      os,
      ...(engines && { engines }),
    };
    console.log(`added ${name} ${version}`);
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
);
writeFileSync(FILE, `${JSON.stringify(lock, undefined, 2)}\n`);
