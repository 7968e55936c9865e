import { readYaml, type YamlDocument } from '@nodeport-haproxy/ansible-yaml';
import { type Level, nearest } from '@nodeport-haproxy/schema';
import { explanations } from '../explain/explanations.ts';
import { readText, shown } from '../variables/load.ts';
import { isMapping } from '../variables/mapping.ts';
import type { Problem } from '../variables/problem.ts';
import type { Settings } from './settings.ts';

/**
 * Reads `.nodeport.yaml`:
 *
 * ```yaml
 * rules:
 *   one-server: off
 *   dynamic-node-port: hint
 * ```
 */
export function readSettings(path: string): Settings {
  const file = shown(path);
  const result = readYaml(readText(path), { file });
  if (!result.ok) return { levels: {}, problems: [result.problem] };
  const { levels, problems } = settingsOf(result.document, file);
  return { levels, problems: [...result.document.duplicates, ...problems] };
}

function settingsOf(document: YamlDocument, file: string): Settings {
  const { value } = document;
  if (value === null) return { levels: {}, problems: [] };
  if (!isMapping(value))
    return { levels: {}, problems: [wrong(document, file, [], 'the settings are no mapping', RULES)] };
  const unknown = Object.keys(value)
    .filter((key) => key !== 'rules')
    .map((key) => wrong(document, file, [key], `${key} is no setting`, RULES, 'key'));
  // A key with nothing below it is null: its last rule may be a comment now.
  const rules = value.rules ?? {};
  if (!isMapping(rules))
    return {
      levels: {},
      problems: [...unknown, wrong(document, file, ['rules'], 'rules is no mapping', RULES)],
    };
  const levels: Record<string, Level> = {};
  const found = Object.entries(rules).flatMap(([code, given]) => {
    const level = levelOf(given);
    const reason = level === undefined ? undefined : refusal(code, level);
    if (level !== undefined && reason === undefined && ownSeverity(code) !== 'error') levels[code] = level;
    if (level === undefined)
      return [
        wrong(
          document,
          file,
          ['rules', code],
          `rules.${code} is no severity`,
          'use error, warning, hint or off',
        ),
      ];
    return reason ? [wrong(document, file, ['rules', code], reason.message, reason.hint, 'key')] : [];
  });
  return { levels, problems: [...unknown, ...found] };
}

const RULES = 'write rules: with a code and its severity below, such as one-server: off';

/** Ansible's YAML reads `off` as false. */
function levelOf(given: unknown): Level | undefined {
  if (given === false) return 'off';
  return (['error', 'warning', 'hint', 'off'] as const).find((level) => level === given);
}

const ownSeverity = (code: string) => explanations.find((one) => one.code === code)?.severity;

function refusal(code: string, level: Level): { message: string; hint: string } | undefined {
  const known = explanations.find((one) => one.code === code);
  if (!known) {
    const near = nearest(
      code,
      explanations.map((one) => one.code),
    );
    return {
      message: `rules.${code} is no code`,
      hint: near ? `did you mean ${near}?` : 'validate shows the code at the end of each message',
    };
  }
  if (known.severity !== 'error' || level === 'error') return undefined;
  return { message: `rules.${code} is an error, which the role refuses`, hint: 'take the line out' };
}

function wrong(
  document: YamlDocument,
  file: string,
  path: (string | number)[],
  message: string,
  hint: string,
  part: 'key' | 'value' = 'value',
): Problem {
  return { code: 'malformed-settings', message, file, range: document.locate(path, part), hint };
}
