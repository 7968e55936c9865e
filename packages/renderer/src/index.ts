export type { Lookups } from './ansible/lookups.ts';
export { type AnsibleOptions, compileForAnsible } from './ansible/template.ts';
export { templatedVariables } from './ansible/templated-variables.ts';
export { type Compiled, createEngine, type Engine, type EngineOptions } from './engine.ts';
export { type RenderOptions, render } from './render.ts';
export { type IncludedFrom, RenderError, type RenderErrorDetails } from './render-error.ts';
export { plainVariables, type Variables } from './runtime/variables.ts';
export { undefinedValue } from './undefined-value.ts';
export { Verbatim } from './values/verbatim.ts';
