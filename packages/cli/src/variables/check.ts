import { isDeepStrictEqual } from 'node:util';
import { defaults } from '@nodeport-haproxy/schema';
import { type Judging, judge, judgeOne } from './judge.ts';
import { balancerStacks, merged, otherStacks, type Stack, unresolvedIn } from './layers.ts';
import { maySetOurs } from './playbook.ts';
import { inOrder, type Problem } from './problem.ts';
import type { FileVariables, Unseen } from './read-file.ts';
import { type Entry, isRoleVariable, type Scope } from './scope.ts';

/** What a check of files found. */
export interface Checked {
  readonly problems: readonly Problem[];
  /** Files that set variables of the role, or that cannot be read as what they are. */
  readonly files: readonly string[];
  readonly services: number;
  /** Values with Jinja, and vaulted ones: nobody but Ansible can check them. */
  readonly unresolved: number;
  /** Files that are vaulted as a whole. */
  readonly vaulted: readonly string[];
  /** What else may set variables of the role: `include_vars in site.yaml:12`. */
  readonly unseen: readonly string[];
}

/**
 * Checks what files set: each variable in itself, and together what each host gets. A problem is reported once, where
 * it stands.
 *
 * @param files - In the order in which Ansible reads them.
 * @param isAsked - Which files the user asks about. The others are only what these stand among: what would be wrong
 *   without the files that were asked about is left out.
 */
export function checkFiles(
  files: readonly FileVariables[],
  isAsked: (file: FileVariables) => boolean = () => true,
  how: Judging = { levels: {} },
): Checked {
  const asked = files.filter(isAsked);
  const others = files.filter((file) => !isAsked(file));
  const known = new Set(others.length > 0 ? problemsOf(others, how).map(identity) : []);
  // Two plays may name one file.
  const distinct = [...new Map(asked.map((one) => [one.file, one])).values()];
  const entries = distinct.flatMap(entriesIn).filter(([name]) => isRoleVariable(name));
  const setting = new Set(entries.map(([, { source }]) => source.file));
  return {
    problems: problemsOf(files, how).filter((problem) => !known.has(identity(problem))),
    files: distinct
      .filter(({ file, problems }) => setting.has(file) || problems.length > 0)
      .map(({ file }) => file),
    services: entries
      .filter(([name]) => name === 'haproxy_tcp_backends' || name === 'haproxy_udp_backends')
      .reduce((sum, [, { value }]) => sum + (Array.isArray(value) ? value.length : 0), 0),
    unresolved: entries
      .flatMap(([name, entry]) => unresolvedIn(name, entry).map((path) => ({ entry, path })))
      .filter(({ entry, path }) => how.templates?.isLeft(entry, path) ?? true).length,
    vaulted: distinct.filter(({ vaulted }) => vaulted).map(({ file }) => file),
    unseen: distinct.flatMap((file) => file.unseen.filter(maySetOurs).map(unseenText)),
  };
}

const unseenText = ({ what, file, line }: Unseen): string => `${what} in ${file}:${line}`;

function entriesIn({ scopes }: FileVariables): [string, Entry][] {
  return scopes.flatMap(({ entries }) => [...entries]);
}

function problemsOf(files: readonly FileVariables[], how: Judging): Problem[] {
  const set = files.map((file) => ({ ...file, scopes: file.scopes.map(withoutUntouched) }));
  // Only variables of the role tell hosts apart, and others where templates may ask for them.
  const ofRole = how.templates
    ? set
    : set.map((file) => ({ ...file, scopes: file.scopes.flatMap(roleVariables) }));
  const stacks = balancerStacks(ofRole);
  const reached = new Set(stacks.flatMap(({ scopes }) => scopes));
  const others = otherStacks(ofRole, reached);
  // What all balancers get, or somebody else does, is judged together with what it stands among.
  const judged = new Set([
    ...gotByAll(stacks),
    ...others.flatMap(({ scopes }) => [...merged(scopes).values()]),
  ]);
  const alone = set
    .flatMap(entriesIn)
    .filter(([name, entry]) => !(isRoleVariable(name) && judged.has(entry)))
    .flatMap(([name, entry]) => judgeOne(name, entry, how));
  const seen = new Set(alone.map(placeAndCode));
  const together = [...shared(stacks, how), ...others.flatMap((stack) => judgeOther(stack, reached, how))];
  const found = [
    ...files.flatMap(({ problems }) => problems),
    ...alone,
    ...together.filter((problem) => !seen.has(placeAndCode(problem))),
  ];
  const once = [...new Map(found.map((problem) => [identity(problem), problem])).values()];
  return inOrder(
    once,
    files.map(({ file }) => file),
  );
}

/** What the role's defaults still are is not the operator's, so that no message points there. */
function withoutUntouched(scope: Scope): Scope {
  if (scope.level !== 'defaults') return scope;
  const usual: Readonly<Record<string, unknown>> = defaults;
  const touched = [...scope.entries].filter(([name, { value }]) => !isDeepStrictEqual(value, usual[name]));
  return { ...scope, entries: new Map(touched) };
}

/** What is wrong without the scopes that no balancer reaches is not theirs. */
function judgeOther(
  { scopes, world, hosts: [host] }: Stack,
  reached: ReadonlySet<Scope>,
  how: Judging,
): Problem[] {
  const shared = scopes.filter((scope) => reached.has(scope));
  const below = shared.length === 0 ? [] : judge(merged(shared), how, { world, host }).map(identity);
  return judge(merged(scopes), how, { world, host }).filter((problem) => !below.includes(identity(problem)));
}

/** What no balancer overrides. */
function gotByAll(stacks: readonly Stack[]): Set<Entry> {
  const [first, ...rest] = stacks.map(({ scopes }) => new Set(merged(scopes).values()));
  return new Set([...(first ?? [])].filter((entry) => rest.every((entries) => entries.has(entry))));
}

function roleVariables(scope: Scope): Scope[] {
  const entries = [...scope.entries].filter(([name]) => isRoleVariable(name));
  // A play that sets nothing still is a play: hosts get their own variables in it.
  return entries.length === 0 && scope.level !== 'play' ? [] : [{ ...scope, entries: new Map(entries) }];
}

/** Each problem once, with the hosts that have it where not all do. */
function shared(stacks: readonly Stack[], how: Judging): Problem[] {
  const all = new Set(stacks.flatMap(({ hosts }) => hosts));
  const found = new Map<string, { problem: Problem; hosts: Set<string> }>();
  for (const { hosts, scopes, world } of stacks) {
    for (const problem of judge(merged(scopes), how, { world, host: hosts[0] })) {
      const known = found.get(identity(problem)) ?? { problem, hosts: new Set() };
      for (const host of hosts) known.hosts.add(host);
      found.set(identity(problem), known);
    }
  }
  return [...found.values()].map(({ problem, hosts }) =>
    hosts.size < all.size ? { ...problem, hosts: [...hosts] } : problem,
  );
}

function identity({ code, message, file, range, related }: Problem): string {
  return JSON.stringify([code, message, file, range?.start, related?.file, related?.range?.start]);
}

function placeAndCode({ code, file, range }: Problem): string {
  return JSON.stringify([code, file, range?.start]);
}
