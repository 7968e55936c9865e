import type { Section } from '@nodeport-haproxy/runtime';

/** Sections to compare with others, and how many services of them are written in another way. */
export interface OneSection {
  readonly sections: readonly Section[];
  readonly joined: number;
}

/**
 * Joins each `frontend NAME` with its `backend NAME` where the new configuration has one `listen NAME` for both, as the
 * role writes it since HAProxy 3.2 warns of one name for two sections. So only what means something else is told.
 */
export function asOneSection(before: readonly Section[], after: readonly Section[]): OneSection {
  const names = after.filter(({ kind }) => kind === 'listen').map(({ name }) => name);
  const pairs = names.flatMap((name) => {
    const [front, back] = [find(before, 'frontend', name), find(before, 'backend', name)];
    return front && back ? [{ front, back }] : [];
  });
  const sections = before.flatMap((section) => {
    const pair = pairs.find(({ front, back }) => section === front || section === back);
    if (!pair) return [section];
    return section === pair.front ? [joined(pair.front, pair.back)] : [];
  });
  return { sections, joined: pairs.length };
}

function find(sections: readonly Section[], kind: string, name: string): Section | undefined {
  return sections.find((section) => section.kind === kind && section.name === name);
}

function joined(front: Section, back: Section): Section {
  const own = front.lines.filter((line) => line !== `default_backend ${back.name}`);
  return { kind: 'listen', name: front.name, lines: [...own, ...back.lines] };
}
