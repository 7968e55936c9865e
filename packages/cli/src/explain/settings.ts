import type { Explanation } from '@nodeport-haproxy/schema/explanations';

/** What can be wrong with what a project says of `validate` itself. */
export const settingsExplanations = [
  {
    code: 'unused-ignore',
    severity: 'hint',
    title: 'A comment ignores what is not there.',
    why: 'It was mended, or the code has a typing mistake, or it is an error, which cannot be ignored.',
    source: 'docs/how-to/validate.md',
    wrong: 'haproxy_stats_port: 8404 # nodeport: ignore port-conflict',
    right: 'haproxy_stats_port: 8404',
  },
  {
    code: 'malformed-settings',
    severity: 'error',
    title: 'The file .nodeport.yaml cannot be used.',
    why: 'A severity that is not taken over is as if it were not there.',
    source: 'docs/how-to/validate.md',
    wrong: 'rules:\n  one-sever: off',
    right: 'rules:\n  one-server: off',
  },
] as const satisfies readonly Explanation<string>[];
