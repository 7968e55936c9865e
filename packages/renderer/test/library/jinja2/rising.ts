/** A source of chance that goes through all of what it can give, again and again. */
export function rising(): () => number {
  let next = 0;
  return () => {
    next = (next + 0.137) % 1;
    return next;
  };
}
