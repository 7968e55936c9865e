// Projects with colliding variables, in every form that Ansible reads. What is left out, and why:
// - groups that are in each other, and INI groups without a section: Ansible refuses the inventory;
// - `ungrouped` below a group other than all: Ansible then finds its hosts grouped, takes them out of it, and so they
//   lose what that group gave them; nobody writes that.
import fc from 'fast-check';

/** The files of a project, by their paths. */
export type Files = Readonly<Record<string, string>>;

/** Few, so that they collide. */
export const NAMES = ['haproxy_a', 'haproxy_b', 'haproxy_c', 'haproxy_d', 'haproxy_e'] as const;

/** Capitals and signs, because groups of one depth are merged by name. */
const GROUPS = ['haproxy_servers', 'a', 'b', 'k9', 'm-1', 'Z'];
const PATTERNS = [
  'lb1',
  'lb2',
  'lb3:2222',
  'lb[1:3]',
  'lb[2:3]',
  'lb[01:02]',
  'lb[1:3:2]',
  'n[a:c]',
  'nb',
  'r[1:2]n[a:b]',
  'lb1.example.org',
  'lb[1:2].example.org:22',
];
const HOSTS = ['lb1', 'lb2', 'lb3', 'lb01', 'na', 'nb', 'nc', 'r1nb', 'lb1.example.org', 'lb2.example.org'];

/** The forms of a value behind a host in an INI inventory. The shell's quotes go before Python's. */
const WORDS = {
  number: (n: number) => `'${n}'`,
  text: (n: number) => `"t ${n}"`,
  digits: (n: number) => `"'${n}'"`,
  list: (n: number) => `"[${n}, 'x']"`,
  True: () => 'True',
  true: () => 'true',
};
type Kind = keyof typeof WORDS;
const KINDS = Object.keys(WORDS) as Kind[];

/** The same in [group:vars], where only Python's quotes are. */
const LINES: Readonly<Record<Kind, (n: number) => string>> = {
  number: (n) => `${n}`,
  text: (n) => `t ${n}`,
  digits: (n) => `'${n}'`,
  list: (n) => `[${n}, 'x']`,
  True: () => 'True # comment',
  true: () => 'true # text',
};

/** The same in YAML and JSON. */
const VALUES: Readonly<Record<Kind, (n: number) => unknown>> = {
  number: (n) => n,
  text: (n) => `t ${n}`,
  digits: (n) => `${n}`,
  list: (n) => [n, 'x'],
  True: () => true,
  true: () => 'true',
};

interface Variable {
  readonly name: string;
  readonly kind: Kind;
}
type Variables = readonly Variable[];

const some = (minLength: number, maxLength: number): fc.Arbitrary<Variables> =>
  fc.uniqueArray(fc.record({ name: fc.constantFrom(...NAMES), kind: fc.constantFrom(...KINDS) }), {
    selector: ({ name }) => name,
    minLength,
    maxLength,
  });
/** Hosts set little themselves, because that hides what their groups set. */
const few = some(0, 2);
const many = some(1, 5);

/** Groups are numbers until they are written: only a lower number is a parent of a higher, so there are no cycles. */
type GroupNumber = number;
const ALL = -1;
const UNGROUPED = GROUPS.length;
const group = fc.integer({ min: ALL, max: UNGROUPED });
const named = fc.integer({ min: 0, max: GROUPS.length - 1 });

/** A host as an inventory has it, with its variables. */
const host = fc.record({ pattern: fc.constantFrom(...PATTERNS), variables: few });
type Host = typeof host extends fc.Arbitrary<infer T> ? T : never;
const hosts = fc.uniqueArray(host, { selector: ({ pattern }) => pattern, minLength: 1, maxLength: 4 });

interface Section {
  readonly group: GroupNumber;
  readonly hosts?: readonly Host[];
  readonly variables?: Variables;
  readonly children?: readonly GroupNumber[];
}

const children = fc.uniqueArray(named, { minLength: 1, maxLength: 3 });
const section: fc.Arbitrary<Section> = fc.oneof(
  fc.record({ group, hosts }),
  fc.record({ group, variables: many }),
  fc.record({ group: fc.integer({ min: ALL, max: GROUPS.length - 2 }), children }),
);
const ini = fc
  .tuple(fc.record({ group, hosts }), fc.array(section, { minLength: 6, maxLength: 16 }))
  .map(([first, more]): Section[] => [first, ...more]);

/** A group in a YAML inventory. Its parts come in any order, and an inventory may have it in several places. */
interface Node {
  readonly group: GroupNumber;
  readonly order: readonly ('hosts' | 'vars' | 'children')[];
  readonly hosts: readonly Host[];
  readonly variables: Variables;
  readonly children: readonly Node[];
}

const order = fc.shuffledSubarray(['hosts', 'vars', 'children'] as const);
const node = (depth: number): fc.Arbitrary<Node> =>
  fc.record({
    group,
    order,
    hosts,
    variables: many,
    children: depth === 0 ? fc.constant([]) : fc.array(node(depth - 1), { maxLength: 2 }),
  });
const yaml = fc.array(node(4), { minLength: 1, maxLength: 4 });

const inventory = fc.record({
  content: fc.oneof(fc.record({ sections: ini }), fc.record({ nodes: yaml })),
  extension: fc.nat(3),
});
type Inventory = typeof inventory extends fc.Arbitrary<infer T> ? T : never;

/** A file in group_vars or host_vars. */
const file = fc.record({
  folder: fc.nat(2),
  of: fc.oneof(
    { arbitrary: fc.record({ group }), weight: 3 },
    { arbitrary: fc.record({ host: fc.constantFrom(...HOSTS) }), weight: 1 },
  ),
  form: fc.oneof(
    fc.constantFrom('.yaml', '.yml', '.json', ''),
    fc.constantFrom(
      '/a.yaml',
      '/B.yml',
      '/c.json',
      '/d',
      '/10/e.yaml',
      '/10.d/e.yaml',
      '/.f.yaml',
      '/g.yaml~',
      '/h.md',
    ),
    fc.constantFrom('.yml/a.yaml', '.json/b.yml', '.txt', '.yaml~'),
  ),
  variables: many,
});
type File = typeof file extends fc.Arbitrary<infer T> ? T : never;

/** Where the inventories lie. */
const layout = fc.constantFrom<readonly string[]>(
  ['ansible'],
  ['ansible', 'ansible'],
  ['ansible', 'ansible/stock'],
  ['ansible/stock', 'ansible'],
  ['ansible/stock', 'ansible/more'],
  ['ansible/playbooks'],
  ['ansible/playbooks', 'ansible'],
  ['ansible/stock', 'ansible/playbooks'],
);

/** What every project has. */
export const FIRST: Files = {
  'ansible/playbooks/deploy-haproxy.yaml': '- hosts: haproxy_servers\n  roles: [haproxy]\n',
  'ansible/roles/haproxy/defaults/main.yaml': 'haproxy_stats_port: 8404\n',
};

export const project: fc.Arbitrary<Files> = fc
  .record({
    names: fc.shuffledSubarray(GROUPS, { minLength: GROUPS.length }),
    layout,
    isFolder: fc.boolean(),
    inventories: fc.tuple(inventory, inventory),
    files: fc.array(file, { minLength: 6, maxLength: 24 }),
  })
  .map(({ names, layout, isFolder, inventories, files }) => {
    const write = new Writer(names);
    const isOneFolder = isFolder && layout.every((folder) => folder === 'ansible');
    const folders = isOneFolder ? ['ansible/stock', 'ansible/stock'] : layout;
    const paths = folders.map((folder, index) =>
      write.inventory(`${folder}/hosts${index}`, inventories[index] ?? inventories[0]),
    );
    const given = isOneFolder ? ['ansible/stock'] : paths;
    for (const one of files) write.file([...folders, 'ansible/playbooks'], one);
    return {
      'ansible/ansible.cfg': `[defaults]\ninventory = ${given.map((path) => path.replace('ansible/', '')).join(', ')}\n`,
      ...FIRST,
      ...Object.fromEntries(write.files),
    };
  });

class Writer {
  readonly files = new Map<string, string>();
  readonly #names: readonly string[];
  #number = 0;

  constructor(names: readonly string[]) {
    this.#names = names;
  }

  /** Returns its path. */
  inventory(path: string, { content, extension }: Inventory): string {
    if ('sections' in content) {
      const name = path + ['.ini', ''][extension % 2];
      this.files.set(name, this.#ini(content.sections));
      return name;
    }
    const name = path + ['.yaml', '.yml', '.json', ''][extension];
    const tree = this.#tree(content.nodes, ALL - 1);
    tree.set('haproxy_servers', tree.get('haproxy_servers') ?? new Map([['hosts', 'lb1']]));
    this.files.set(name, name.endsWith('.json') ? json(tree) : `---\n${block(tree)}`);
    return name;
  }

  file(folders: readonly string[], { folder, of, form, variables }: File): void {
    const below = folders[folder % folders.length];
    const target = 'host' in of ? `host_vars/${of.host}` : `group_vars/${this.#name(of.group)}`;
    const path = `${below}/${target}${form}`;
    // A path cannot be both a file and a folder.
    const isTaken = [...this.files.keys()].some(
      (known) => known === path || known.startsWith(`${path}/`) || path.startsWith(`${known}/`),
    );
    const values = this.#values(variables);
    if (!isTaken) this.files.set(path, form.endsWith('.json') ? json(values) : block(values));
  }

  #ini(sections: readonly Section[]): string {
    const lines = sections.flatMap((one) => {
      const name = this.#name(one.group);
      if (one.variables) {
        const priority = this.#priority().map(([key, value]) => `${key}=${value}`);
        return [`[${name}:vars]`, ...priority, ...one.variables.map((each) => this.#iniLine(each))];
      }
      if (one.children) {
        const below = one.children.filter((child) => child > one.group);
        return [`[${name}:children]`, ...below.map((child) => this.#name(child))];
      }
      return [`[${name}]`, ...(one.hosts ?? []).map((each) => this.#iniHost(each))];
    });
    // Ansible refuses children and variables of a group that has no section.
    return [...lines, ...this.#names.map((name) => `[${name}]`), ''].join('\n');
  }

  #iniLine({ name, kind }: Variable): string {
    const number = this.#next();
    return `${number % 3 === 0 ? '  ' : ''}${name}${[' = ', '='][number % 2]}${LINES[kind](number)}`;
  }

  #iniHost({ pattern, variables }: Host): string {
    const words = variables.map(({ name, kind }) => `${name}=${WORDS[kind](this.#next())}`);
    return [pattern, ...words, ...(variables.length > 1 ? [`# ${NAMES[0]}=comment`] : [])].join(' ');
  }

  #values(variables: Variables): Map<string, unknown> {
    return new Map(variables.map(({ name, kind }) => [name, VALUES[kind](this.#next())]));
  }

  /** One of few priorities, now and then: equal ones go by name. */
  #priority(): [string, number][] {
    const number = this.#next();
    return number % 3 === 0 ? [['ansible_group_priority', (number % 5) * 4]] : [];
  }

  /** The number of a value, which tells where it came from. */
  #next(): number {
    this.#number += 1;
    return this.#number;
  }

  #tree(nodes: readonly Node[], parent: GroupNumber): Map<string, unknown> {
    const below = nodes.filter(({ group }) => group > parent && (parent < 0 || group !== UNGROUPED));
    return new Map(
      below.map((one) => {
        const parts = {
          hosts: () => this.#hosts(one.hosts),
          vars: () => new Map([...this.#priority(), ...this.#values(one.variables)]),
          children: () => this.#tree(one.group === UNGROUPED ? [] : one.children, one.group),
        };
        return [this.#name(one.group), new Map(one.order.map((part) => [part, parts[part]()]))];
      }),
    );
  }

  /** Ansible takes a single name for a mapping with it. */
  #hosts(hosts: readonly Host[]): Map<string, unknown> | string | undefined {
    if (hosts.length === 1 && hosts[0]?.variables.length === 0) return hosts[0].pattern;
    return new Map(hosts.map(({ pattern, variables }) => [pattern, this.#orNothing(variables)]));
  }

  #orNothing(variables: Variables): Map<string, unknown> | null {
    return variables.length === 0 ? null : this.#values(variables);
  }

  #name(number: GroupNumber): string {
    if (number === ALL) return 'all';
    return this.#names[number] ?? 'ungrouped';
  }
}

/** Nothing but mappings as blocks, the values as JSON, which YAML reads, too. */
function block(tree: ReadonlyMap<string, unknown>, indent = ''): string {
  return [...tree]
    .map(([key, value]) => {
      if (value instanceof Map)
        return value.size === 0
          ? `${indent}${key}: {}\n`
          : `${indent}${key}:\n${block(value, `${indent}  `)}`;
      return `${indent}${key}:${value === null ? '' : ` ${JSON.stringify(value)}`}\n`;
    })
    .join('');
}

function json(tree: ReadonlyMap<string, unknown>): string {
  return `${JSON.stringify(tree, (_, value) => (value instanceof Map ? Object.fromEntries(value) : value), 2)}\n`;
}
