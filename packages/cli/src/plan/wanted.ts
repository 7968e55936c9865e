import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Variables } from '@nodeport-haproxy/schema';
import type { Facts } from '../live/live.ts';
import type { Project } from '../project.ts';
import { renderRoleTemplate, templateVariables } from '../role-templates.ts';
import type { Entries } from '../variables/layers.ts';
import { readText } from '../variables/load.ts';
import { COPIES, type Copy, type CopyRule } from './copies.ts';
import { templateHost } from './demands.ts';
import type { Wanted } from './host-plan.ts';

const UDP_PACKAGES = ['conntrack', 'iproute2', 'nftables'];

/** What a deployment would leave on a host: the role's templates and files, with its variables and facts. */
export function wantedOn(project: Project, entries: Entries, variables: Variables, facts: Facts): Wanted {
  const given = templateVariables(project, entries, templateHost(facts, variables));
  const render = (template: string) => renderRoleTemplate(project, template, given);
  const hasUdp = (variables.haproxy_udp_backends ?? []).length > 0;
  const isNeeded = ({ source, isUdp }: CopyRule) =>
    existsSync(join(project.role, source)) && (hasUdp || !isUdp);
  return {
    files: { 'haproxy.cfg': render('haproxy.cfg.j2'), 'udp.nft': hasUdp ? render('udp.nft.j2') : null },
    copies: COPIES.filter(isNeeded).map((rule) => copy(project, rule, render)),
    packages: ['haproxy', ...(hasUdp ? UDP_PACKAGES : [])],
  };
}

function copy(project: Project, rule: CopyRule, render: (template: string) => string): Copy {
  const template = /^templates\/(.+\.j2)$/.exec(rule.source)?.[1];
  const text = template === undefined ? readText(join(project.role, rule.source)) : render(template);
  return { ...rule, digest: createHash('sha256').update(text).digest('hex') };
}
