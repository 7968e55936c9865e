import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Outcome } from '../fuzz/outcome.ts';
import type { OracleCase } from '../oracle/oracle.ts';

/** A text, or its lines. */
export type Lines = string | readonly string[];

/** What a text is, as the files of the cases have it: an error is of a kind, with Python's message for the reader. */
export type Expected = { readonly text: Lines } | Exclude<Outcome, { readonly text: string }>;

const PROFILES = ['jinja2', 'ansible'] as const;
type Profile = (typeof PROFILES)[number];

/** A case of the files in `cases`. */
export interface OwnCase {
  readonly name: string;
  readonly template: Lines;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly templates?: Readonly<Record<string, Lines>>;
  readonly options?: Readonly<Record<string, unknown>>;
  /** Both, where there are none. */
  readonly profiles?: readonly Profile[];
  readonly recursive?: boolean;
  /** Recorded from Python: RECORD=1 writes them, `npm run format` brings them into form. */
  readonly expected?: Readonly<Partial<Record<Profile, Expected>>>;
}

const folder = new URL('cases/', import.meta.url);

export const caseFiles: readonly string[] = readdirSync(folder).filter((name) => name.endsWith('.json'));

export const readCases = (file: string): OwnCase[] => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));

export function writeCases(file: string, cases: readonly OwnCase[]): void {
  writeFileSync(new URL(file, folder), `${JSON.stringify(cases, null, 2)}\n`);
}

export const profilesOf = ({ profiles = PROFILES }: OwnCase): readonly Profile[] => profiles;

export function oracleCase({
  template,
  variables = {},
  templates = {},
  options = {},
  recursive = false,
}: OwnCase): OracleCase {
  return {
    template: joined(template),
    templates: Object.fromEntries(Object.entries(templates).map(([name, text]) => [name, joined(text)])),
    variablesJson: JSON.stringify(variables),
    options,
    recursive,
  };
}

/** An outcome as it is recorded, without what is another one each time: an address, a temporary folder. */
export function asExpected(outcome: Outcome): Expected {
  if (!('text' in outcome)) {
    return {
      ...outcome,
      message: outcome.message.replace(/0x[0-9a-f]{6,}/g, '0x…').replace(/'\/[^']*'/g, "'/…'"),
    };
  }
  return { text: outcome.text.includes('\n') ? outcome.text.split('\n') : outcome.text };
}

export const asOutcome = (expected: Expected): Outcome =>
  'text' in expected ? { text: joined(expected.text) } : expected;

const joined = (text: Lines): string => (typeof text === 'string' ? text : text.join('\n'));
