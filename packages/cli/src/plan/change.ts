/** How a change gets into force. `none`: HAProxy and the agent go on as they are. */
export type Means = 'install' | 'start' | 'reload' | 'agent' | 'none';

/** One sentence of a plan: `mysql: adds server k8s-worker-4; by reload`. */
export interface Change {
  readonly subject: string;
  readonly text: string;
  readonly by: Means;
}
