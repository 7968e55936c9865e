import type { Section } from '@nodeport-haproxy/runtime';

/** Sections of a configuration that belong together, as the operator knows them. */
export interface Part {
  /** `mysql`, `wireguard/udp`, `settings`, `stats page` … */
  readonly subject: string;
  readonly kind: 'tcp' | 'udp' | 'other';
  /** The sections by `kind name`. */
  readonly sections: ReadonlyMap<string, Section>;
}

/** The subject of the health of the UDP services' workers. */
export const CHECKS = 'checks of the UDP servers';

const FIXED: Readonly<Record<string, string>> = {
  'global ': 'settings',
  'defaults ': 'settings',
  'userlist stats': 'stats page',
  'frontend stats': 'stats page',
  'frontend metrics': 'metrics',
  'backend udp_metrics': 'metrics',
  'backend workers': CHECKS,
};

/** Whether clients connect to it. */
const LISTENING = ['frontend', 'listen'];

/** Groups sections by what they belong to, in the order of the first of each. */
export function partsOf(sections: readonly Section[]): Map<string, Part> {
  const services = sections
    .filter(({ kind, name }) => LISTENING.includes(kind) && !FIXED[`${kind} ${name}`])
    .map(({ name }) => name);
  const routes = routesIn(sections);
  const parts = new Map<string, Part & { sections: Map<string, Section> }>();
  for (const section of sections) {
    const owner = ownerOf(section, services, routes);
    const part = parts.get(owner.subject) ?? { ...owner, sections: new Map() };
    part.sections.set(`${section.kind} ${section.name}`, section);
    parts.set(owner.subject, part);
  }
  return parts;
}

/** The service of each backend `sni_SERVICE_ROUTE`: names may have underscores themselves. */
function routesIn(sections: readonly Section[]): Map<string, string> {
  return new Map(
    sections.flatMap(({ name, lines }) =>
      lines.flatMap((line) => {
        const route = /^use_backend (sni_\S+) /.exec(line)?.[1];
        return route === undefined ? [] : [[route, name] as const];
      }),
    ),
  );
}

function ownerOf(
  { kind, name }: Section,
  services: readonly string[],
  routes: ReadonlyMap<string, string>,
): Pick<Part, 'subject' | 'kind'> {
  const fixed = FIXED[`${kind} ${name}`];
  if (fixed !== undefined) return { subject: fixed, kind: 'other' };
  if (kind === 'backend' && name.startsWith('udp_')) return { subject: `${name.slice(4)}/udp`, kind: 'udp' };
  const service =
    routes.get(name) ??
    services.find((one) => one === name) ??
    services.find((one) => name.startsWith(`${one}_`));
  return service === undefined
    ? { subject: `${kind} ${name}`, kind: 'other' }
    : { subject: service, kind: 'tcp' };
}
