import { setTimeout as delay } from 'node:timers/promises';
import { CheckFailure } from './problem.mjs';

/**
 * Asks again and again until the answer is truthy, and returns that answer.
 *
 * @template T
 * @param {string} what the condition in words, for the message when it never comes true
 * @param {() => Promise<T> | T} ask an exception counts as "not yet"; the last one is the cause of the failure
 * @param {{within?: number, every?: number, signal?: AbortSignal}} [options] times in ms; `signal` ends the wait
 * @returns {Promise<T>}
 */
export async function waitUntil(what, ask, { within = 60_000, every = 100, signal } = {}) {
  const end = performance.now() + within;
  let cause;
  do {
    try {
      const answer = await ask();
      if (answer) return answer;
    } catch (error) {
      cause = error;
    }
    await delay(every, undefined, { signal });
  } while (performance.now() < end);
  const last = cause ? `; the last try said: ${cause.message}` : '';
  throw new CheckFailure(`waited ${within / 1000} s in vain for: ${what}${last}`, { cause });
}
