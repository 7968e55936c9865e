import type { Judging, Levels } from './judge.ts';
import { unresolvedIn } from './layers.ts';
import type { FileVariables } from './read-file.ts';
import { isRoleVariable } from './scope.ts';

/**
 * How the variables of files are judged. Where there are templates in them, the renderer is loaded, which takes as long
 * as all the rest.
 *
 * @param isWhole - Whether these are all the files of a project: what is not set in them is set nowhere.
 */
export async function judgingOf(
  files: readonly FileVariables[],
  { levels = {}, isWhole = true }: { readonly levels?: Levels; readonly isWhole?: boolean } = {},
): Promise<Judging> {
  if (!files.some(hasTemplates)) return { levels };
  const { templates } = await import('./templates.ts');
  const unseen = files.flatMap((file) => file.unseen);
  const isHidden = !isWhole || files.some(({ vaulted }) => vaulted);
  const maySet = (name: string): boolean =>
    isHidden || unseen.some(({ names }) => names?.includes(name) ?? true);
  return { levels, templates: templates(maySet) };
}

function hasTemplates({ scopes }: FileVariables): boolean {
  return scopes.some(({ entries }) =>
    [...entries].some(([name, entry]) => isRoleVariable(name) && unresolvedIn(name, entry).length > 0),
  );
}
