import { describe, expect, test } from 'vitest';
import { run } from '../run.ts';
import { temporaryProject } from '../temporary-project.ts';

const one = (comment = '', above = '') =>
  `haproxy_tcp_backends:
  - name: web
    port: 80
    ${above}servers: ${comment}
      - { name: worker-1, address: 192.0.2.11, port: 30080 }
`;

/** What `validate vars` says in a project with one server, as `line:column severity code`. */
async function said(
  files: Readonly<Record<string, string>>,
): Promise<{ found: string[]; exitCode: number | undefined }> {
  const root = temporaryProject({ 'vars.yaml': one(), ...files });
  const { stdout, exitCode } = await run('validate', root, ['vars', 'vars.yaml']);
  const found = [...stdout.matchAll(/^(\S+?:\d+:\d+): (?:(warning|hint): )?.*\[(\S+)\]$/gm)];
  return {
    found: found.map(([, place, severity = 'error', code]) => `${place} ${severity} ${code}`),
    exitCode,
  };
}

const settings = (text: string) => said({ '.nodeport.yaml': text });

describe('.nodeport.yaml', () => {
  test.each([
    ['is not needed', undefined, ['vars.yaml:4:5 warning one-server'], 0],
    ['turns a rule off', 'rules: {one-server: off}', [], 0],
    ['turns a rule off by a text', "rules: {one-server: 'off'}", [], 0],
    ['makes a warning a hint', 'rules: {one-server: hint}', ['vars.yaml:4:5 hint one-server'], 0],
    ['makes a warning an error', 'rules: {one-server: error}', ['vars.yaml:4:5 error one-server'], 1],
    ['may be empty', '# nothing yet', ['vars.yaml:4:5 warning one-server'], 0],
    ['may have no rules', 'rules:\n  # one-server: off', ['vars.yaml:4:5 warning one-server'], 0],
  ])('%s', async (_what, text, found, exitCode) => {
    expect(await (text === undefined ? said({}) : settings(text))).toEqual({ found, exitCode });
  });

  test.each([
    ['haproxy_stats_path: "/{{ nobody }}"\n', 'undefined-name', 'vars.yaml:1:21'],
    ['haproxy_stats_port: 8404 # nodeport: ignore slow-check\n', 'unused-ignore', 'vars.yaml:1:45'],
  ])('is for what is no rule, too: %s', async (text, code, place) => {
    const at = (level: string) => said({ 'vars.yaml': text, '.nodeport.yaml': `rules: {${code}: ${level}}` });
    expect(await at('error')).toEqual({ found: [`${place} error ${code}`], exitCode: 1 });
    expect(await at('off')).toEqual({ found: [], exitCode: 0 });
  });

  test('turns a rule on that is off', async () => {
    const { found } = await settings('rules: {dynamic-node-port: warning, one-server: off}');
    expect(found).toEqual([]);
    const dynamic = { 'vars.yaml': one().replace('30080', '30090') };
    const { found: then } = await said({
      ...dynamic,
      '.nodeport.yaml': 'rules: {dynamic-node-port: warning}',
    });
    expect(then).toContain('vars.yaml:5:54 warning dynamic-node-port');
  });

  test.each([
    ['no YAML', 'rules: {', 'malformed-yaml'],
    ['a list', '- one-server', 'malformed-settings'],
    ['rules that are a list', 'rules: [one-server]', 'malformed-settings'],
    ['another key', 'rule: {one-server: off}', 'malformed-settings'],
    ['a code that there is not', 'rules: {one-sever: off}', 'malformed-settings'],
    ['no severity', 'rules: {one-server: quiet}', 'malformed-settings'],
    ['an error that is to be less', 'rules: {port-conflict: warning}', 'malformed-settings'],
  ])('is refused with its line: %s', async (_what, text, code) => {
    const { found, exitCode } = await settings(text);
    expect(found).toEqual([
      expect.stringMatching(`^\\.nodeport\\.yaml:1:\\d+ error ${code}$`),
      'vars.yaml:4:5 warning one-server',
    ]);
    expect(exitCode).toBe(1);
  });
});

describe('a comment', () => {
  test.each([
    ['at the end of the line', one('# nodeport: ignore one-server')],
    ['with a reason', one('# nodeport: ignore one-server -- there is no other worker')],
    ['above the line', one('', '# nodeport: ignore one-server\n    ')],
    ['above another comment', one('', '# nodeport: ignore one-server\n    # really\n\n    ')],
    ['for the file', `# nodeport: ignore-file one-server\n${one()}`],
  ])('ignores what it names: %s', async (_what, text) => {
    expect(await said({ 'vars.yaml': text })).toEqual({ found: [], exitCode: 0 });
  });

  test('at another line ignores nothing, and is told', async () => {
    const text = one().replace('port: 80', 'port: 80 # nodeport: ignore one-server');
    expect((await said({ 'vars.yaml': text })).found).toEqual([
      'vars.yaml:3:33 hint unused-ignore',
      'vars.yaml:4:5 warning one-server',
    ]);
  });

  test('ignores several at once, and tells which is not there', async () => {
    const { found } = await said({ 'vars.yaml': one('# nodeport: ignore one-server, slow-check') });
    expect(found).toEqual(['vars.yaml:4:45 hint unused-ignore']);
  });

  test('ignores no error', async () => {
    const text = one().replace('port: 80', "port: '80' # nodeport: ignore wrong-type");
    const { found, exitCode } = await said({ 'vars.yaml': text });
    expect(found).toContain('vars.yaml:3:11 error wrong-type');
    expect(found).toContain('vars.yaml:3:35 hint unused-ignore');
    expect(exitCode).toBe(1);
  });

  test('ignores what only the settings make an error', async () => {
    const text = one('# nodeport: ignore one-server');
    const made = { 'vars.yaml': text, '.nodeport.yaml': 'rules: {one-server: error}' };
    expect(await said(made)).toEqual({ found: [], exitCode: 0 });
    const kept = { ...made, 'vars.yaml': text.replace('80\n', "'80' # nodeport: ignore wrong-type\n") };
    const severe = 'rules: {one-server: error, wrong-type: error}';
    expect((await said({ ...kept, '.nodeport.yaml': severe })).found).toContain(
      'vars.yaml:3:11 error wrong-type',
    );
  });

  test.each([
    ['one-sever', 'one-sever is no code', 'did you mean one-server?'],
    ['nonsense', 'nonsense is no code', 'validate shows the code at the end of each message'],
    ['wrong-type', 'wrong-type cannot be ignored: the role refuses it', 'take it out of the comment'],
    [
      'slow-check',
      'there is no slow-check to ignore',
      'take it out, or put the comment at the line that the message names',
    ],
    ['', 'the comment names no code', 'write what is to be ignored behind it, such as one-server'],
  ])('that ignores nothing is told why: %j', async (code, message, hint) => {
    const root = temporaryProject({ 'vars.yaml': one(`# nodeport: ignore ${code}`) });
    const { stdout } = await run('validate', root, ['vars', 'vars.yaml']);
    expect(stdout).toContain(`: hint: ${message} [unused-ignore]\n`);
    expect(stdout).toContain(`\n  hint: ${hint}\n`);
  });
});
