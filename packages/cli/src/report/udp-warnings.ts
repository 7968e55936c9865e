import { visible } from './visible.ts';

/**
 * What the agents of the UDP services warn of, a line each, the host before it. An answer that is none is said too:
 * without it nobody knows whether the services fail over.
 *
 * @param states - The agents' answers by host: JSON with a list `warnings`.
 */
export function udpWarnings(states: Readonly<Record<string, string>>): string[] {
  const lines = Object.entries(states).flatMap(([host, answer]) =>
    warnings(answer).map((warning) => visible(`warning: ${host}: ${warning}`)),
  );
  return lines.length > 0 ? ['', ...lines] : [];
}

const UNKNOWN =
  'the agent of the UDP services does not say how they are; look at: journalctl -u haproxy-udp -n 50';

function warnings(answer: string): string[] {
  const list = parsed(answer)?.warnings;
  return Array.isArray(list) ? list.map(String) : [UNKNOWN];
}

function parsed(answer: string): { readonly warnings?: unknown } | null | undefined {
  try {
    return JSON.parse(answer);
  } catch {
    return undefined;
  }
}
