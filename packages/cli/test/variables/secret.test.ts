import { expect, test } from 'vitest';
import { withoutAssignedSecrets } from '../../src/variables/secret.ts';

test.each([
  ['-e ansible_become_password=hunter2 site.yaml', '-e ansible_become_password=… site.yaml'],
  ["-e 'ansible_become_pass=hunter2' -v", "-e 'ansible_become_pass=…' -v"],
  [`-e '{"api_token": "a \\" b", "x": 1}'`, `-e '{"api_token": …, "x": 1}'`],
  ['--vault-password-file key --limit lb1', '--vault-password-file key --limit lb1'],
])('the command %s is shown without what it assigns to a secret', (command, shown) => {
  expect(withoutAssignedSecrets(command)).toBe(shown);
});
