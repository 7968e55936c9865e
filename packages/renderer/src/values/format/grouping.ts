/**
 * Separates the digits of an integer in groups, from its end.
 *
 * @param width - zeros come before the digits until it is that long; a separator never comes first.
 */
export function groupedDigits(digits: string, separator: string, group: number, width: number): string {
  if (digits === '') return '';
  const parts: string[] = [];
  let left = width;
  for (let stop = digits.length; ; stop = Math.max(0, stop - group)) {
    const size = Math.min(group, Math.max(stop, left, 1));
    parts.push(digits.slice(Math.max(0, stop - group), stop).padStart(size, '0'));
    left -= size;
    if (stop <= group && left <= 0) return parts.reverse().join(separator);
    left -= separator.length;
  }
}
