import { EnvironmentProblem } from './problem.mjs';

const NEEDED = [20, 19];

/** @param {string} [version] such as `20.19.2` */
export function checkNodeVersion(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  const [neededMajor, neededMinor] = NEEDED;
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return `Node ${version}`;
  throw new EnvironmentProblem(
    `Node ${version} is too old: ${NEEDED.join('.')} or later is needed.`,
    `Install Node ${NEEDED.join('.')} or later (Debian 13: \`sudo apt-get install nodejs npm\`) and run this again.`,
  );
}
