const alphabet = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Writes bytes as `crypt` does: 6 bits a character, the lowest of three bytes first. Null stands for no byte. */
export function cryptText(bytes: Uint8Array, order: readonly (readonly (number | null)[])[]): string {
  return order.map((places) => group(bytes, places)).join('');
}

function group(bytes: Uint8Array, places: readonly (number | null)[]): string {
  let bits = 0;
  for (const place of places) bits = (bits << 8) | (place === null ? 0 : (bytes[place] ?? 0));
  const given = places.filter((place) => place !== null).length;
  // Two bytes need three characters, one needs two.
  return Array.from({ length: given + 1 }, (_, index) => alphabet[(bits >> (6 * index)) & 63]).join('');
}

/** Whether a text is written in these characters only, as a salt has to be. */
export const isCryptText = (text: string): boolean => /^[./0-9A-Za-z]*$/.test(text);
