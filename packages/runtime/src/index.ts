export { parseConfiguration, type Section } from './configuration.ts';
export { type Server, type Service, summary } from './services.ts';
export { parseStat, type StatRow } from './stat.ts';
export { parseUdpRules, type UdpRulesServer, type UdpRulesService } from './udp-rules.ts';
