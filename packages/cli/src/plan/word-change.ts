/**
 * Says how one line became another: `timeout client 8h -> 4h`, `adds "weight 5"`.
 *
 * @param context - How many of the words before the change are said with it; all of them by default.
 */
export function wordChange(before: string, after: string, context = Number.POSITIVE_INFINITY): string {
  const [from, to] = [before.split(' '), after.split(' ')];
  const shortest = Math.min(from.length, to.length);
  let start = 0;
  while (start < shortest && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < shortest - start && from.at(-1 - end) === to.at(-1 - end)) end += 1;
  const gone = from.slice(start, from.length - end).join(' ');
  const come = to.slice(start, to.length - end).join(' ');
  if (gone === '') return `adds "${come}"`;
  if (come === '') return `drops "${gone}"`;
  const said = from.slice(Math.max(0, start - context), start).join(' ');
  return `${said}${said && ' '}${gone} -> ${come}`;
}
