// What is known of NodePorts, whatever the cluster.

/** kube-apiserver deals NodePorts out of this range, unless `--service-node-port-range` says another. */
export const NODE_PORTS = { first: 30_000, last: 32_767 } as const;

/** KEP-3668: ports that are asked for by number come from the first 86, those that Kubernetes chooses from the rest. */
export const LAST_STATIC = 30_085;

export const isNodePort = (port: number): boolean => port >= NODE_PORTS.first && port <= NODE_PORTS.last;
