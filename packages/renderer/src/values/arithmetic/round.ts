/** `value · 2^exponent` as the nearest float, rounded once, however large or small it is; a half goes to the even one. */
export function nearestFloat(value: bigint, exponent: number): number {
  if (value < 0n) return -nearestFloat(-value, exponent);
  const surplus = value.toString(16).length * 4 - 80;
  // So many bits are enough; of what is cut off, the last one tells whether it was anything.
  if (surplus > 0) return nearestFloat(shortened(value, BigInt(surplus)), exponent + surplus);
  // Below 2^-1074 there are no floats.
  const spare = Math.max(0, -1074 - exponent);
  if (spare === 0) return exponent > 1100 ? Infinity : scaled(Number(value), exponent);
  const kept = value >> BigInt(spare);
  const rest = value & ((1n << BigInt(spare)) - 1n);
  const half = 1n << BigInt(spare - 1);
  const isUp = rest > half || (rest === half && (kept & 1n) === 1n);
  return scaled(Number(kept + (isUp ? 1n : 0n)), -1074);
}

function shortened(value: bigint, bits: bigint): bigint {
  const kept = value >> bits;
  return kept << bits === value ? kept : kept | 1n;
}

/** In steps: 2^-1074 times 2^100 is a float, and 2^1100 is none. */
function scaled(value: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return value * 2 ** half * 2 ** (exponent - half);
}
