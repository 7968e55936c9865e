/** One row of `show stat`: the value of every column by the name in its header, empty columns included. */
export type StatRow = Readonly<Record<string, string>>;

/**
 * Parses the answer to the Runtime API's `show stat`.
 *
 * The header names the columns, and every release of HAProxy adds some, so nothing is read by position
 * (Management Guide, section 9.1 "CSV format").
 *
 * @param csv - The whole answer. An answer without the header, such as an error message, has no rows.
 * @returns The rows in HAProxy's order.
 *
 * @example
 * ```ts
 * parseStat('# pxname,svname,status,\nmysql,worker-1,UP,\n')[0]?.status; // 'UP'
 * ```
 */
export function parseStat(csv: string): StatRow[] {
  const [header, ...rows] = records(csv);
  if (header === undefined || !header[0]?.startsWith('# ')) return [];
  const names = header.map((name, column) => (column === 0 ? name.slice(2) : name));
  return rows.map((fields) => Object.fromEntries(names.map((name, column) => [name, fields[column] ?? ''])));
}

/** Splits CSV into records. A field in quotes may hold commas, line ends and doubled quotes (a check's answer does). */
function records(csv: string): string[][] {
  const found: string[][] = [];
  let record: string[] = [];
  // Every match is one field and what ends it.
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    record.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (record.length > 1 || record[0] !== '') found.push(record);
    record = [];
  }
  return found;
}
