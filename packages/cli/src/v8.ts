/** Characters of variables from which it costs too much that V8 optimises, and from which it pays again. */
const MIDDLING = { from: 20_000, to: 500_000 };
/** Bytes of bytecode that a function runs before V8 optimises it: as we want it, and as Node 20 and later ones have it. */
const BUDGET = { late: 2_000_000, node20: 135_168, later: 67_584 };
/** The last Node whose V8 is known to have the flag: it says so aloud where it has not. */
const NEWEST = 24;

/**
 * Puts off V8's optimising where there is not much to read. It does it on another core after a blink, and that takes as
 * much CPU time as all the rest.
 */
export function expectToRead(characters: number): void {
  const node = Number.parseInt(process.versions.node, 10);
  if (characters < MIDDLING.from || characters > MIDDLING.to || node > NEWEST) return;
  // It takes 3 ms to load.
  const v8 = process.getBuiltinModule('node:v8');
  const set = (bytes: number): void => v8.setFlagsFromString(`--interrupt-budget=${bytes}`);
  set(BUDGET.late);
  // A code cache is made at the end, and taken only with the flags with which it was made.
  process.prependOnceListener('exit', () => set(node === 20 ? BUDGET.node20 : BUDGET.later));
}
