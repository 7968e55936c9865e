import type { HistoryRecord } from '../live/live.ts';
import { table } from './table.ts';
import { visible } from './visible.ts';

/** Characters of a hash that are shown: enough to tell deployments apart. */
const HASH = 12;

/** A table for each host: its deployments, the newest last, the current one marked, and why one was rolled back. */
export function historyLines(records: ReadonlyMap<string, readonly HistoryRecord[]>): string[] {
  return [...records]
    .flatMap(([host, list], index) => [...(index > 0 ? [''] : []), `${host}:`, ...hostLines(list)])
    .map(visible);
}

function hostLines(records: readonly HistoryRecord[]): string[] {
  if (records.length === 0) return ['  no deployment is kept'];
  const header = ['NUMBER', 'WHEN', 'BY', 'CONFIGURATION', 'OUTCOME', 'HAPROXY'];
  const rows = records.map((record) => [
    `${record.current ? '*' : ' '} ${record.number}`,
    record.at,
    record.by,
    record.hash?.slice(0, HASH) || '-',
    record.current ? `${record.outcome}, current` : record.outcome,
    record.haproxy || '-',
  ]);
  const [head = '', ...lines] = table([header, ...rows]);
  return [head, ...lines.flatMap((line, index) => [line, ...reason(records[index])])].map(
    (line) => `  ${line}`,
  );
}

function reason(record: HistoryRecord | undefined): string[] {
  if (!record?.reason) return [];
  return record.reason.split('\n').map((line) => `    ${line}`);
}
