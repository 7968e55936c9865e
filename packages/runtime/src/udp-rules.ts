/** A server of a UDP service, as udp.nft tells the agent. */
export interface UdpRulesServer {
  readonly name: string;
  readonly address: string;
  readonly port: number;
  readonly weight: number;
  /** Absent in rules from before there were backups. */
  readonly backup?: boolean;
  /** Null where it is not checked. */
  readonly check_port: number | null;
}

/** A UDP service, as udp.nft tells the agent, with what only the rules say of it. */
export interface UdpRulesService {
  readonly name: string;
  readonly port: number;
  /** Empty: every address of the balancer. */
  readonly bind: readonly string[];
  readonly balance: string;
  readonly health: string;
  readonly fail_open: boolean;
  readonly allow: readonly string[];
  readonly deny: readonly string[];
  readonly servers: readonly UdpRulesServer[];
  /** Seconds that a silent flow keeps its server. */
  readonly flow_timeout?: number;
  readonly masquerade: boolean;
}

/**
 * Reads the services of a udp.nft: from the comments that the agent reads, and from the rules what those leave out.
 *
 * @param text - The file.
 * @returns The services; undefined where the file does not tell of any that can be read.
 *
 * @example
 * ```ts
 * parseUdpRules(udpNft)?.map(({ name, port }) => `${name} on ${port}`);
 * ```
 */
export function parseUdpRules(text: string): UdpRulesService[] | undefined {
  const json = text
    .split('\n')
    .flatMap((line) => (line.startsWith('# agent: ') ? [line.slice('# agent: '.length)] : []))
    .join('\n');
  try {
    // The role wrote it; what a person made of it is caught, or shows as a difference.
    const { services } = JSON.parse(json) as { services: (UdpRulesService & { id: string })[] };
    return services.map(({ id, ...service }) => ({ ...service, ...rulesOf(text, id, service.port) }));
  } catch {
    return undefined;
  }
}

function rulesOf(
  text: string,
  id: string,
  port: number,
): Pick<UdpRulesService, 'flow_timeout' | 'masquerade'> {
  const timeout = new RegExp(`ct timeout set "udp_(\\d+)_ipv[46]" dnat .* map @${id}_ipv`).exec(text)?.[1];
  const masquerade = new RegExp(`^add element inet haproxy_udp masqueraded_ipv[46] \\{ ${port} \\. `, 'm');
  return { ...(timeout && { flow_timeout: Number(timeout) }), masquerade: masquerade.test(text) };
}
