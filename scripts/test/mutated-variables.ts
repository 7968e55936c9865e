// Prints, as JSON, variable sets: the first half valid, the others with one thing changed. Each with whether the schema
// and its rules accept it, a warning being no refusal, and where they do, the configuration.
//
//   tsx --conditions=@nodeport-haproxy/source scripts/test/mutated-variables.ts COUNT [SEED]

import { readYaml } from '@nodeport-haproxy/ansible-yaml';
import { check } from '@nodeport-haproxy/schema';
import fc from 'fast-check';
import { mutations, siteOf } from '../../packages/cli/test/mutations/all.ts';
import { type Valid, valid } from '../../packages/cli/test/mutations/valid.ts';
import { written } from '../../packages/cli/test/mutations/written.ts';
import { roleFile } from './role-files.ts';

/** A set as it is read from a file; undefined where the file cannot be read. */
function asRead(variables: Valid): Record<string, unknown> | undefined {
  const read = readYaml(written(variables).text);
  // A valid set is a mapping, and no mutation makes another of it.
  return read.ok ? (read.document.value as Record<string, unknown>) : undefined;
}

function judged(variables: Record<string, unknown>): object {
  const accepted = check(variables).every(({ severity }) => severity !== 'error');
  return { variables, accepted, configuration: accepted ? roleFile('haproxy.cfg', variables) : undefined };
}

const mutated = fc
  .tuple(valid, fc.constantFrom(...Object.values(mutations)), fc.tuple(fc.boolean(), fc.nat(9), fc.nat(9)))
  .map(([given, mutation, at]) => {
    const variables = structuredClone(given);
    mutation(siteOf(variables, at));
    return variables;
  });

const [runs = '100', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
const half = Math.ceil(Number(runs) / 2);
const sets = [valid, mutated]
  .flatMap((kind) => fc.sample(kind, { numRuns: half, seed: Number(seed) }))
  .map(asRead)
  .filter((variables) => variables !== undefined)
  .map(judged);
process.stdout.write(JSON.stringify({ seed: Number(seed), sets }));
