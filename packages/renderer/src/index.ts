export { RenderError } from './render-error.ts';
export { type RenderOptions, render } from './render.ts';
