import { wordChange } from './word-change.ts';

/** Sessions that a server has; undefined where nobody knows. */
export type SessionsOf = (server: string) => number | undefined;

/** How the `server` lines of a section became others, a phrase each. */
export function serverChanges(
  before: readonly string[],
  after: readonly string[],
  sessionsOf: SessionsOf,
): string[] {
  const [from, to] = [serversIn(before), serversIn(after)];
  const stay = [...from.keys()].filter((name) => to.has(name));
  const order = [...to.keys()].filter((name) => from.has(name));
  return [
    ...[...to].filter(([name]) => !from.has(name)).map(([name]) => `adds server ${name}`),
    ...[...from]
      .filter(([name]) => !to.has(name))
      .map(([name, words]) => `removes server ${name} (${words[0]})${openSessions(sessionsOf(name))}`),
    ...stay.flatMap((name) => {
      const [one, other] = [from.get(name)?.join(' ') ?? '', to.get(name)?.join(' ') ?? ''];
      return one === other ? [] : [`server ${name}: ${wordChange(one, other, 1)}`];
    }),
    ...(stay.join(' ') === order.join(' ') ? [] : ['has its servers in another order']),
  ];
}

function serversIn(lines: readonly string[]): Map<string, string[]> {
  return new Map(
    lines.flatMap((line) => {
      const [directive, name = '', ...words] = line.split(' ');
      return directive === 'server' ? [[name, words]] : [];
    }),
  );
}

/** `, which has 3 sessions`; nothing where there are none. */
export function openSessions(sessions: number | undefined): string {
  if (!sessions) return '';
  return `, which has ${sessions} session${sessions === 1 ? '' : 's'}`;
}
