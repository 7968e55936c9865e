import { isMapping } from './mapping.ts';
import { isRoleVariable, type Path, type Target } from './scope.ts';
import type { Block } from './yaml-inventory.ts';

/** What a playbook says of variables. */
export interface PlaybookVariables {
  readonly blocks: readonly Block[];
  readonly varsFiles: readonly NamedFiles[];
  readonly unseen: readonly UnseenAt[];
}

/** Files under `vars_files`: the first of them that there is sets variables. */
export interface NamedFiles {
  readonly target: Target;
  readonly names: readonly string[];
  readonly path: Path;
}

/** Something that sets variables when the play runs. */
export interface UnseenAt {
  /** As messages name it. */
  readonly what: string;
  /** Which it sets; undefined where nobody knows. */
  readonly names: readonly string[] | undefined;
  readonly path: Path;
}

const TASKS = ['pre_tasks', 'tasks', 'post_tasks', 'handlers'];
const BLOCKS = ['block', 'rescue', 'always'];

/** Whether a document's value has the form of a playbook: a list of plays. */
export function isPlaybook(value: unknown): boolean {
  return Array.isArray(value) && value.some((play) => isMapping(play) && Object.hasOwn(play, 'hosts'));
}

/**
 * Finds the variables of plays, of their roles and of their tasks. A play's all count as one target, and one that sets
 * nothing is told of, too.
 */
export function playbookVariables(value: unknown, file: string): PlaybookVariables {
  const plays = Array.isArray(value) ? [...value.entries()] : [];
  const read = plays.map(([index, play]) =>
    isMapping(play) ? playVariables(play, [index], `${file}#${index}`) : NOTHING,
  );
  return {
    blocks: read.flatMap(({ blocks }) => blocks),
    varsFiles: read.flatMap(({ varsFiles }) => varsFiles),
    unseen: read.flatMap(({ unseen }) => unseen),
  };
}

const NOTHING: PlaybookVariables = { blocks: [], varsFiles: [], unseen: [] };

function playVariables(play: Record<string, unknown>, at: Path, name: string): PlaybookVariables {
  const ofPlay: Target = { level: 'play', name };
  const ofTasks: Target = { level: 'task', name };
  const tasks = TASKS.flatMap((key) => tasksIn(play[key], [...at, key]));
  const roles = list(play.roles).map(([index, role]) => ({ role, path: [...at, 'roles', index] }));
  return {
    blocks: [
      { target: ofPlay, path: [...at, 'vars'], variables: isMapping(play.vars) ? play.vars : {} },
      ...roles.flatMap(({ role, path }) => [
        // A role's variables may stand next to its name, too.
        ...block(ofTasks, path, role),
        ...(isMapping(role) ? block(ofTasks, [...path, 'vars'], role.vars) : []),
      ]),
      ...tasks.flatMap(({ task, path }) => block(ofTasks, [...path, 'vars'], task.vars)),
    ],
    varsFiles: entriesOf(play.vars_files).map(({ item, path }) => ({
      target: { level: 'play-file', name },
      names: texts(item),
      path: [...at, 'vars_files', ...path],
    })),
    unseen: [
      ...list(play.vars_prompt).map(([index, prompt]) => ({
        what: 'vars_prompt',
        names: isMapping(prompt) ? texts(prompt.name) : undefined,
        path: [...at, 'vars_prompt', index],
      })),
      ...roles.flatMap(({ role, path }) => ofRole(isMapping(role) ? (role.role ?? role.name) : role, path)),
      ...tasks.flatMap(({ task, path }) => setBy(task, path)),
    ],
  };
}

function block(target: Target, path: Path, variables: unknown): Block[] {
  return isMapping(variables) ? [{ target, path, variables }] : [];
}

/** Tasks with those in their blocks. */
function tasksIn(value: unknown, at: Path): { task: Record<string, unknown>; path: Path }[] {
  return list(value).flatMap(([index, task]) => {
    if (!isMapping(task)) return [];
    const path = [...at, index];
    return [{ task, path }, ...BLOCKS.flatMap((key) => tasksIn(task[key], [...path, key]))];
  });
}

/** What a task sets once it runs, or brings. */
function setBy(task: Record<string, unknown>, path: Path): UnseenAt[] {
  const found: UnseenAt[] =
    typeof task.register === 'string' ? [{ what: 'register', names: [task.register], path }] : [];
  for (const [key, given] of Object.entries(task)) {
    const module = /^(?:ansible\.(?:builtin|legacy)\.)?(\w+)$/.exec(key)?.[1];
    const at = [...path, key];
    if (module === 'set_fact')
      found.push({ what: 'set_fact', names: isMapping(given) ? Object.keys(given) : undefined, path: at });
    else if (module === 'include_role' || module === 'import_role')
      found.push(...ofRole(isMapping(given) ? given.name : undefined, at));
    else if (module !== undefined && BRINGS.includes(module))
      found.push({ what: module, names: undefined, path: at });
  }
  return found;
}

const BRINGS = ['include_vars', 'include_tasks', 'import_tasks'];

/** The defaults and variables of another role. */
function ofRole(name: unknown, path: Path): UnseenAt[] {
  if (typeof name === 'string' && /^(.*\.)?haproxy$/.test(name)) return [];
  return [{ what: typeof name === 'string' ? `role ${name}` : 'a role', names: undefined, path }];
}

/** Whether it may set variables of the role. */
export function maySetOurs({ names }: { readonly names: readonly string[] | undefined }): boolean {
  return names?.some(isRoleVariable) ?? true;
}

/** A list's items; a text stands for a list with it. */
function entriesOf(value: unknown): { item: unknown; path: Path }[] {
  if (typeof value === 'string') return [{ item: value, path: [] }];
  return list(value).map(([index, item]) => ({ item, path: [index] }));
}

function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  return typeof value === 'string' ? [value] : [];
}

function list(value: unknown): [number, unknown][] {
  return Array.isArray(value) ? [...value.entries()] : [];
}
