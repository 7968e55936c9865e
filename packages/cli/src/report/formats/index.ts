import type { Checked } from '../../variables/check.ts';
import { fromRepository } from './repository.ts';

/** What `--format` takes besides `human`. */
export type MachineFormat = 'json' | 'sarif' | 'junit' | 'github' | 'gitlab';

/**
 * What was found, as a program reads it. Each format is loaded when it is asked for.
 *
 * @param folder - Where the command runs. A forge's formats name files from the root of the repository around it.
 */
export async function formatted(format: MachineFormat, checked: Checked, folder: string): Promise<string> {
  const problems = fromRepository(checked.problems, folder);
  switch (format) {
    case 'json':
      return (await import('./json.ts')).json(checked);
    case 'sarif':
      return (await import('./sarif.ts')).sarif(problems);
    case 'junit':
      return (await import('./junit.ts')).junit(checked);
    case 'github':
      return (await import('./github.ts')).github(problems);
    case 'gitlab':
      return (await import('./gitlab.ts')).gitlab(problems);
  }
}
