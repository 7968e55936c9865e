/** A `float` as Python prints it: the fewest digits that read back as the same number. */
export function floatText(value: number): string {
  const size = Math.abs(value);
  if (size < 1e16) {
    if (size >= 1e-4) return Number.isInteger(value) ? `${value}.0` : String(value);
    if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  }
  if (Number.isNaN(value)) return 'nan';
  if (size === Infinity) return value > 0 ? 'inf' : '-inf';
  // JavaScript's exponents have as few digits as they can, Python's at least two.
  return value.toExponential().replace(/(?<=e[+-])\d$/, '0$&');
}
