// Whether a value is written where another one would be, and nothing else is different.

import { haproxyWords } from './haproxy-words.ts';

/** A value, the text that was made with it, and the words that a line of such a text has. */
export interface Written {
  value: string;
  text: string;
}

/** The first line of haproxy.cfg that has other words than with the harmless value in its place, or undefined. */
export function otherDirective(hostile: Written, harmless: Written): string | undefined {
  return otherLine(hostile, harmless, haproxyWords);
}

/** The same for udp.nft, and for the agent's own part of it, which is JSON in comments. */
export function otherRule(hostile: Written, harmless: Written): string | undefined {
  const expected = JSON.stringify(agentReads(harmless), (_, value) =>
    value === harmless.value ? hostile.value : value,
  );
  if (JSON.stringify(agentReads(hostile)) !== expected) return 'something else for the agent';
  return otherLine(hostile, harmless, nftWords);
}

function agentReads({ text }: Written): unknown {
  const json = text.replaceAll(/^(?!# agent: ).*\n/gm, '').replaceAll('# agent: ', '');
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function otherLine(
  hostile: Written,
  harmless: Written,
  words: (line: string) => string[],
): string | undefined {
  const [given, expected] = [hostile, harmless].map(({ text }) => text.split('\n')) as [string[], string[]];
  const isSame = (word: string, other = '') =>
    word === other || word === other.replaceAll(harmless.value, () => hostile.value);
  const other = given.findIndex((line, index) => {
    const [has, wants] = [words(line), words(expected[index] ?? '')];
    return has.length !== wants.length || !has.every((word, at) => isSame(word, wants[at]));
  });
  if (other >= 0) return given[other];
  return given.length === expected.length ? undefined : 'a line is missing';
}

/** A comment is one word: it ends with its line. */
function nftWords(line: string): string[] {
  return line.match(/#.*|"[^"]*"|[{};,]|[^\s{};,"#]+/g) ?? [];
}
