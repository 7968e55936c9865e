/** A place in a file. Lines and columns count from 1. */
export interface Position {
  line: number;
  column: number;
}

/** From the first character to the place after the last one. */
export interface Range {
  start: Position;
  end: Position;
}

/** Where a value stands among the variables: names of fields, indexes (from 0) of items. */
export type Path = (string | number)[];

/**
 * An `error` cannot be used. A `warning` can, and costs something: a failover, a connection, a secret. A `hint` is right and
 * may surprise.
 */
export type Severity = 'error' | 'warning' | 'hint';

/** What a code may be told as: `off` is not at all. */
export type Level = Severity | 'off';

/** What can be wrong with variables, or surprise. */
export type DiagnosticCode =
  | 'not-a-mapping'
  | 'unknown-variable'
  | 'unknown-key'
  | 'missing-key'
  | 'wrong-type'
  | 'out-of-range'
  | 'not-a-choice'
  | 'empty-list'
  | 'too-many-items'
  | 'duplicate-item'
  | 'too-long'
  | 'bad-format'
  | 'duplicate-service'
  | 'duplicate-server'
  | 'duplicate-user'
  | 'duplicate-route'
  | 'reserved-name'
  | 'port-conflict'
  | 'udp-address'
  | 'missing-check-port'
  | 'duplicate-endpoint'
  | 'quiet-flows'
  | 'no-services'
  | 'one-server'
  | 'duplicate-address'
  | 'several-node-ports'
  | 'swapped-ports'
  | 'node-port-range'
  | 'occupied-port'
  | 'mixed-families'
  | 'unchecked-server'
  | 'slow-check'
  | 'hasty-check'
  | 'first-without-limit'
  | 'udp-maxconn'
  | 'no-weight'
  | 'backup-without-primary'
  | 'mixed-proxy-protocol'
  | 'unread-proxy-protocol'
  | 'total-maxconn'
  | 'short-timeout'
  | 'early-hard-stop'
  | 'nobody-allowed'
  | 'open-to-the-world'
  | 'weak-hash'
  | 'two-servers'
  | 'shared-node-port'
  | 'long-sessions'
  | 'static-balance'
  | 'ignored-key'
  | 'unequal-timeouts'
  | 'short-flow'
  | 'kept-client-address'
  | 'resolved-once'
  | 'ephemeral-port'
  | 'clear-secret'
  | 'dynamic-node-port'
  | 'workers-shut-out'
  | 'sni-overlap';

/**
 * One thing that is wrong with the variables, or that may surprise. `message` says what, with the path in it; `hint` says
 * what to do.
 *
 * @example
 * const { message, hint, range }: Diagnostic = diagnostic;
 * `${range?.start.line}: ${message}; ${hint}`;
 * // 4: haproxy_tcp_backends[0].port is the text "3306"; write it without quotes: port: 3306
 */
export interface Diagnostic {
  severity: Severity;
  code: DiagnosticCode;
  message: string;
  path: Path;
  file?: string;
  range?: Range;
  /** Another place that it is about. */
  related?: RelatedPlace;
  hint: string;
  /** What is to stand in the range instead, where there is one right answer. */
  replacement?: string;
}

/** What a diagnostic points at besides: what a name was given to first, the other timeout. */
export interface RelatedPlace {
  message: string;
  path: Path;
  file?: string;
  range?: Range;
}

/** A diagnostic before its place is looked up: `part` says whether the key or the value is to blame. */
export interface Finding {
  code: DiagnosticCode;
  message: string;
  path: Path;
  part?: 'key' | 'value';
  /** `error` where it is not said. */
  severity?: Severity;
  related?: Related;
  hint: string;
  replacement?: string;
}

/** A related place before it is looked up. */
export type Related = Pick<RelatedPlace, 'message' | 'path'>;
