export { type RenderOptions, render } from './render.ts';
export { RenderError } from './render-error.ts';
