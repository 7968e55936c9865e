import type { Checked } from '../../variables/check.ts';

/** What `--format` takes besides `human`. */
export type MachineFormat = 'json' | 'sarif' | 'junit' | 'github' | 'gitlab';

/** What was found, as a program reads it. Each format is loaded when it is asked for. */
export async function formatted(format: MachineFormat, checked: Checked): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('./json.ts')).json(checked);
    case 'sarif':
      return (await import('./sarif.ts')).sarif(checked.problems);
    case 'junit':
      return (await import('./junit.ts')).junit(checked);
    case 'github':
      return (await import('./github.ts')).github(checked.problems);
    case 'gitlab':
      return (await import('./gitlab.ts')).gitlab(checked.problems);
  }
}
