import { dirname, isAbsolute, join, resolve } from 'node:path';

/** What an ansible.cfg sets, by `section.key`. */
export type AnsibleConfig = ReadonlyMap<string, string>;

/** Reads an ansible.cfg as Python's configparser does for Ansible: comments begin with # or ;, and ; may follow a value. */
export function readConfig(text: string): AnsibleConfig {
  const values = new Map<string, string>();
  let section = '';
  let key = '';
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*([#;]|$)/.test(line)) continue;
    const header = /^\[(.+)\]/.exec(line);
    const pair = /^([^\s=:][^=:]*?)\s*[=:]\s*(.*)$/.exec(line);
    if (header) section = header[1] ?? '';
    else if (pair) {
      key = `${section}.${pair[1]?.toLowerCase()}`;
      values.set(key, withoutComment(pair[2] ?? ''));
    } else if (values.has(key)) {
      // A line that is indented goes on with the value above it.
      values.set(key, `${values.get(key)}\n${withoutComment(line.trim())}`);
    }
  }
  return values;
}

function withoutComment(value: string): string {
  return value.replace(/(^|\s);.*$/, '').trim();
}

/** The inventories that Ansible takes where no -i is given. */
export function defaultInventories(
  config: AnsibleConfig,
  file: string,
  environment: NodeJS.ProcessEnv,
): string[] {
  const given = environment.ANSIBLE_INVENTORY;
  if (given !== undefined) return inventoryPaths([given], process.cwd());
  const named = config.get('defaults.inventory') ?? '';
  return inventoryPaths(
    named.split(',').map((name) => name.trim()),
    dirname(file),
  );
}

/** Makes paths of what -i was given. Lists of hosts (`lb1,lb2`) are no files and left out. */
export function inventoryPaths(given: readonly string[], folder: string): string[] {
  return given.filter((name) => name !== '' && !name.includes(',')).map((name) => absolute(name, folder));
}

/**
 * The environment that enables our callback plugin beside those that the user enabled.
 *
 * @param plugins - The folder of our plugin.
 */
export function callbackEnvironment(
  config: AnsibleConfig,
  file: string,
  environment: NodeJS.ProcessEnv,
  plugins: string,
): Record<string, string> {
  const enabled = environment.ANSIBLE_CALLBACKS_ENABLED ?? config.get('defaults.callbacks_enabled') ?? '';
  const home = environment.ANSIBLE_HOME ?? '~/.ansible';
  const folders =
    environment.ANSIBLE_CALLBACK_PLUGINS ??
    config
      .get('defaults.callback_plugins')
      ?.split(':')
      .map((folder) => absolute(folder, dirname(file)))
      .join(':') ??
    `${home}/plugins/callback:/usr/share/ansible/plugins/callback`;
  return {
    ANSIBLE_CALLBACKS_ENABLED: [...enabled.split(/[,\n]/), 'nodeport_events']
      .map((name) => name.trim())
      .filter(Boolean)
      .join(','),
    ANSIBLE_CALLBACK_PLUGINS: `${plugins}:${folders}`,
  };
}

function absolute(path: string, folder: string): string {
  // Ansible makes a home folder of ~ itself.
  return isAbsolute(path) || path.startsWith('~') ? path : resolve(folder, path);
}

/** A path that ansible.cfg names: it lies below its folder, or in the home folder. */
export function configPath(path: string, file: string): string {
  return resolve(dirname(file), inHome(path));
}

/** A path with the home folder instead of ~, as no shell makes it here. */
export function inHome(path: string): string {
  if (!path.startsWith('~/')) return path;
  // It takes half a millisecond to load.
  const { homedir } = process.getBuiltinModule('node:os');
  return join(homedir(), path.slice(2));
}
