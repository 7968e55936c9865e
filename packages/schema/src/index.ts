export { normalised, overlap } from './addresses.ts';
export { type CheckOptions, check, type Located } from './check.ts';
export type { Diagnostic, DiagnosticCode, Level, Path, Position, Range, Severity } from './diagnostic.ts';
export {
  defaults,
  type Server,
  type StatsUser,
  type TcpService,
  type UdpService,
  type Variables,
} from './generated/variables.ts';
export { nearest } from './nearest.ts';
export { formatPath, toPointer } from './path.ts';
export { knownVariables } from './variables.ts';
