import { Dict } from '../../values/dict.ts';
import { PythonError } from '../../values/errors.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { truth } from '../../values/truth.ts';
import { typeName } from '../../values/type-name.ts';
import type { Value } from '../../values/value.ts';
import { failed } from './plugin.ts';

/** What a task registered, asked how it went. */
const asks = (name: string, test: (result: Dict) => boolean): PythonFunction =>
  fn(`${name}(result)`, (_call, result: Value) => {
    if (result instanceof Dict) return test(result);
    throw failed(`The '${name}' test expects a dictionary`);
  });

const has = (result: Dict, key: string, fallback: Value = false): boolean =>
  truth(result.get(key) ?? (result.has(key) ? null : fallback));

/** A loop changed something if one of its rounds did. */
function isChanged(result: Dict): boolean {
  const rounds = result.get('results');
  if (result.has('changed') || !Array.isArray(rounds)) return has(result, 'changed');
  if (rounds.length === 0) throw new PythonError('IndexError', 'list index out of range');
  if (!(rounds[0] instanceof Dict)) return false;
  return rounds.some((round) => has(round instanceof Dict ? round : noDictionary(round), 'changed'));
}

function noDictionary(round: Value): never {
  throw new PythonError('AttributeError', `'${typeName(round)}' object has no attribute 'get'`);
}

function isTimedOut(result: Dict): boolean {
  const given = result.get('timedout') ?? false;
  if (!truth(given)) return false;
  return has(given instanceof Dict ? given : noDictionary(given), 'period');
}

const isFailed = (result: Dict): boolean => has(result, 'failed');
const isUnreachable = (result: Dict): boolean => has(result, 'unreachable');

export const taskResultTests: Record<string, PythonFunction> = {
  failed: asks('failed', isFailed),
  succeeded: asks('success', (result) => !isFailed(result)),
  changed: asks('changed', isChanged),
  skipped: asks('skipped', (result) => has(result, 'skipped')),
  unreachable: asks('unreachable', isUnreachable),
  reachable: asks('reachable', (result) => !isUnreachable(result)),
  timedout: asks('timedout', isTimedOut),
  // What was not run in the background has both behind it.
  started: asks('started', (result) => has(result, 'started', true)),
  finished: asks('finished', (result) => has(result, 'finished', true)),
};
