export type { Position, Range } from './lines.ts';
export type { Part } from './places.ts';
export type { YamlProblem, YamlProblemCode } from './problem.ts';
export { readYaml, type YamlDocument, type YamlResult } from './read.ts';
export { readsAsText } from './scalars.ts';
export { readTrees, type TreesResult, type YamlTree } from './trees.ts';
export {
  OtherValue,
  Timestamp,
  UnsafeString,
  VaultString,
  YamlFloat,
  type YamlMapping,
  type YamlPath,
  type YamlValue,
} from './values.ts';
