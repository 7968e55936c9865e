import { isMapping } from './mapping.ts';
import type { Path, Target } from './scope.ts';
import type { Block } from './yaml-inventory.ts';

const TASKS = ['pre_tasks', 'tasks', 'post_tasks'];

/** Whether a document's value has the form of a playbook: a list of plays. */
export function isPlaybook(value: unknown): boolean {
  return Array.isArray(value) && value.some((play) => isMapping(play) && Object.hasOwn(play, 'hosts'));
}

/** Finds the variables of plays, of their roles and of their tasks. A play's all count as one target, and one that sets nothing is told of, too. */
export function playbookBlocks(value: unknown, file: string): Block[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((play, index) =>
    isMapping(play) ? playBlocks(play, [index], { level: 'play', name: `${file}#${index}` }) : [],
  );
}

function playBlocks(play: Record<string, unknown>, at: Path, target: Target): Block[] {
  const found: { path: Path; variables: unknown }[] = [{ path: [...at, 'vars'], variables: play.vars ?? {} }];
  for (const [index, role] of list(play.roles)) {
    // A role's variables may stand next to its name, too.
    found.push({ path: [...at, 'roles', index], variables: role });
    if (isMapping(role)) found.push({ path: [...at, 'roles', index, 'vars'], variables: role.vars });
  }
  for (const key of TASKS) {
    for (const [index, task] of list(play[key])) {
      if (isMapping(task)) found.push({ path: [...at, key, index, 'vars'], variables: task.vars });
    }
  }
  return found.flatMap(({ path, variables }) => (isMapping(variables) ? [{ target, path, variables }] : []));
}

function list(value: unknown): [number, unknown][] {
  return Array.isArray(value) ? [...value.entries()] : [];
}
