// The law of hostile values: what is accepted is written as one word, where a harmless value would be.

import { type HostileCase, harmlessFor, withValue } from './hostile-cases.ts';
import { roleFile } from './role-files.ts';
import { otherDirective, otherRule, type Written } from './written-alike.ts';

interface Files {
  configuration: Written;
  rules: Written;
}

/** What an accepted value says beyond itself, or undefined where it is but a value. */
export function injection({ field, value, accepted }: HostileCase): string | undefined {
  if (!accepted) return undefined;
  const files = written(field.path, value);
  const harmless = harmlessFiles(field.path, harmlessFor(field, value));
  const line =
    otherDirective(files.configuration, harmless.configuration) ?? otherRule(files.rules, harmless.rules);
  return line && `${field.path.join('.')}: ${JSON.stringify(value)} gives: ${line}`;
}

function written(path: HostileCase['field']['path'], text: string): Files {
  const given = withValue(path, text);
  // The star of *.example.org is left out: what the name ends with is compared.
  const value = text.replace(/^\*(?=\.)/, '');
  return {
    configuration: { value, text: withoutHash(roleFile('haproxy.cfg', given)) },
    rules: { value, text: roleFile('udp.nft', given) },
  };
}

const known = new Map<string, Files>();

function harmlessFiles(path: HostileCase['field']['path'], value: string): Files {
  const key = JSON.stringify([path, value]);
  const files = known.get(key) ?? written(path, value);
  known.set(key, files);
  return files;
}

/** A configuration's name for itself is another one with each value. */
function withoutHash(text: string): string {
  return text.replace(/(?<=^ +setenv NODEPORT_CONFIGURATION )[0-9a-f]{64}$/m, '');
}
