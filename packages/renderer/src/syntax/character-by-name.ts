import { CHARACTER_NAMES } from './generated/character-names.ts';

let known: ReadonlyMap<string, string> | undefined;

/** The character that Unicode gives a name; undefined for a name that is not among the usual ones. */
export function characterByName(name: string): string | undefined {
  // Hardly any template asks.
  known ??= readNames();
  return known.get(name.toUpperCase());
}

function readNames(): Map<string, string> {
  const names = new Map<string, string>();
  for (const [first, text] of CHARACTER_NAMES) {
    text.split(';').forEach((name, index) => {
      names.set(name, String.fromCodePoint(first + index));
    });
  }
  names.delete('');
  return names;
}
