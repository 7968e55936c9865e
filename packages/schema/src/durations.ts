const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A duration of HAProxy in milliseconds (configuration manual, 2.5 "Time format"); undefined for what is none. */
export function milliseconds(text: unknown): number | undefined {
  if (typeof text !== 'string') return undefined;
  const [, number, unit = ''] = /^([0-9]+)(ms|s|m|h|d)$/.exec(text) ?? [];
  const one = UNITS[unit];
  return one === undefined ? undefined : Number(number) * one;
}

/** A duration as HAProxy writes it, in the largest unit that it is whole in: `8h`. */
export function formatDuration(milliseconds: number): string {
  const [unit, one] = Object.entries(UNITS).findLast(([, each]) => milliseconds % each === 0) ?? ['ms', 1];
  return `${milliseconds / one}${unit}`;
}
