import { costly } from './costly.ts';
import { type Mutation, wrong } from './mutations.ts';

/** Each breaks one thing, and knows what. */
export const mutations: Readonly<Record<string, Mutation>> = { ...wrong, ...costly };
export { siteOf } from './mutations.ts';
