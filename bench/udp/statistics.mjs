/** The median, and an interval for it: all but the lowest and the highest value (98.8 % for 11 values). */
export function middle(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const edge = sorted.length > 4 ? 1 : 0;
  return { median: sorted[Math.floor(sorted.length / 2)], low: sorted[edge], high: sorted.at(-1 - edge) };
}
