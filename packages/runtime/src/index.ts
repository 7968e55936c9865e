export { type Server, type Service, summary } from './services.ts';
export { parseStat, type StatRow } from './stat.ts';
