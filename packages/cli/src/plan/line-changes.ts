import { withoutSecrets } from './mask.ts';
import { wordChange } from './word-change.ts';

/** What follows from other lines, so that it changes with them and says nothing new. */
const DERIVED = /^(setenv NODEPORT_|use_backend sni_)/;
/** Directives whose second word is part of their name. */
const TWO_WORDS = /^(timeout|option|stats|acl|setenv|user|http-request|tcp-request|tcp-check|http-check) /;

/** How the lines of a section became others, a phrase each; servers are left out. */
export function lineChanges(before: readonly string[], after: readonly string[]): string[] {
  const [from, to] = [before.filter(isSaid), after.filter(isSaid)];
  const gone = without(from, to);
  const come = without(to, from);
  if (gone.length === 0 && come.length === 0)
    return from.join('\n') === to.join('\n') ? [] : ['has its lines in another order'];
  const pairs = gone.flatMap((line) => pairOf(line, gone, come));
  const changed = pairs.map(([one, other]) => changedLine(one, other));
  const paired = new Set(pairs.flat());
  return [
    ...changed,
    ...gone.filter((line) => !paired.has(line)).map((line) => `drops "${withoutSecrets(line)}"`),
    ...come.filter((line) => !paired.has(line)).map((line) => `adds "${withoutSecrets(line)}"`),
  ];
}

function isSaid(line: string): boolean {
  return !line.startsWith('server ') && !DERIVED.test(line);
}

/** The lines of one list that the other does not have, a line that is there twice counted twice. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const rest = [...others];
  return lines.filter((line) => {
    const index = rest.indexOf(line);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
}

/** The one line that took another's place: both are the only ones of their directive. */
function pairOf(line: string, gone: readonly string[], come: readonly string[]): [string, string][] {
  const same = (other: string) => directive(other) === directive(line);
  const [successor, ...more] = come.filter(same);
  return successor !== undefined && more.length === 0 && gone.filter(same).length === 1
    ? [[line, successor]]
    : [];
}

function directive(line: string): string {
  const words = line.split(' ');
  return words.slice(0, TWO_WORDS.test(line) ? 2 : 1).join(' ');
}

function changedLine(before: string, after: string): string {
  const [from, to] = [withoutSecrets(before), withoutSecrets(after)];
  return from === to ? `another value in "${to}"` : wordChange(from, to);
}
