import { CheckFailure } from '../scripts/setup/problem.mjs';
import { waitUntil } from '../scripts/setup/wait-until.mjs';

/**
 * What HAProxy's statistics say about a server: `UP`, `DOWN`, `UP 1/3` (going down), `no check`, …
 *
 * @param {string} url of the CSV, such as `http://10.79.0.10:8404/stats;csv`
 * @param {string} service HAProxy's name of the backend
 * @param {string} server
 * @returns {Promise<string>}
 */
export async function serverStatus(url, service, server) {
  const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
  if (!response.ok) throw new CheckFailure(`${url} answered ${response.status}`);
  const row = parseStats(await response.text()).find(
    ({ pxname, svname }) => pxname === service && svname === server,
  );
  if (!row) throw new CheckFailure(`${url} knows no server ${server} of ${service}`);
  return row.status;
}

/**
 * Waits until all servers of a UDP service have a status.
 *
 * @param {RegExp} wanted
 * @param {{statsUrl: string, service: string, workers: Array<{host: string}>, signal?: AbortSignal}} options `statsUrl` is
 *   that of the CSV; the workers' `host` is HAProxy's name of the server
 */
export function allAre(wanted, { statsUrl, service, workers, signal }) {
  const backend = `udp_${service}`;
  const is = async ({ host }) => wanted.test(await serverStatus(statsUrl, backend, host));
  const ask = async () => (await Promise.all(workers.map(is))).every(Boolean);
  return waitUntil(`status ${wanted.source} of all servers of ${backend}`, ask, { every: 50, signal });
}

/**
 * The rows of HAProxy's CSV (management guide, section 9.1) by the names of its columns.
 *
 * @param {string} csv
 * @returns {Array<Record<string, string>>}
 */
export function parseStats(csv) {
  const [header = '', ...lines] = csv.trim().split('\n');
  const columns = cells(header.replace(/^# /, ''));
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, index) => [columns[index], cell])));
}

/** Cells are quoted where they hold a comma or a quote; a quote in them is doubled. */
function cells(line) {
  const found = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return [...found].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}
