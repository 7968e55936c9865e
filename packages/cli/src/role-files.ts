/** The files on a balancer that the role makes of the variables, each from the template of its name. */
export const ROLE_FILES = ['haproxy.cfg', 'udp.nft'] as const;

export type RoleFile = (typeof ROLE_FILES)[number];
