import { expect, test } from 'vitest';
import { explanations } from '../../src/explain/explanations.ts';
import { settingsExplanations } from '../../src/explain/settings.ts';
import { problemLines } from '../../src/report/problems.ts';
import { checkFiles } from '../../src/variables/check.ts';
import { readVariables } from '../../src/variables/read-file.ts';
import { templates } from '../../src/variables/templates.ts';

/** What is said of the wrong example of each code, for somebody to read: the codes of settings have other files. */
test('every message on one page', async () => {
  const page = explanations
    .filter(({ code }) => !settingsExplanations.some((one) => one.code === code))
    .map(({ code, severity, wrong }) => {
      const text = wrong.trimStart();
      const levels = severity === 'off' ? { [code]: 'hint' as const } : {};
      const file = readVariables({ file: 'vars.yaml', text, kind: 'vars' });
      const { problems } = checkFiles([file], undefined, { levels, templates: templates(() => true) });
      return problemLines(
        problems.filter((problem) => problem.code === code),
        () => text,
      ).join('\n');
    })
    .filter((text) => text !== '')
    .join('\n\n');
  await expect(`${page}\n`).toMatchFileSnapshot('messages.txt');
});
