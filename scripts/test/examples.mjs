import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inTemporaryFolder, npmTool, pythonTool, root } from './tools.mjs';

const folder = join(root, 'examples');

/** The cases of examples/, through Ansible. @type {import('./tally.mjs').Step[]} */
export const examples = [
  { name: 'examples, rendered by Ansible', run: rendered },
  { name: 'examples, refused by the role alone', run: refused },
  {
    name: 'arbitrary variables, judged alike by the schema and the role',
    run: () => judgedAlike('arbitrary-variables.ts', 1000),
  },
  {
    name: 'variables with one thing changed, judged alike by the schema and the role',
    run: () => judgedAlike('mutated-variables.ts', 1000),
  },
  {
    name: 'hostile values, refused alike by the schema and the role, or but one word of the files',
    run: () => judgedAlike('hostile-variables.ts', 2000),
  },
];

function cases(path, file) {
  return readdirSync(path).filter((name) => existsSync(join(path, name, file)));
}

/** Ansible's own template module gives each case's files, byte for byte. */
function rendered() {
  const names = cases(folder, 'vars.yaml');
  return inTemporaryFolder(async (output) => {
    await pythonTool('ansible-playbook', [
      '-i',
      `${names.join(',')},`,
      '-e',
      `golden_output=${output}`,
      'examples/render.yaml',
    ]);
    return compare(
      names.flatMap((name) => readdirSync(join(output, name)).map((file) => join(name, file))),
      (file) => {
        const [expected, actual] = [folder, output].map((parent) => textOf(join(parent, file)));
        return expected === actual
          ? undefined
          : `examples/${file}: Ansible renders other bytes, or the file is missing`;
      },
    );
  });
}

function textOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/**
 * The role alone refuses each case before it touches a host. The host of each case is an address where nothing
 * answers: a role that went on to it would end as "unreachable" and say nothing of the variable.
 */
function refused() {
  return inTemporaryFolder(async (inventory) => {
    const given = cases(join(folder, 'refused'), 'refused.yaml').map((name) => join('refused', name));
    const expected = JSON.parse(await expectations(given));
    const alone = given.filter((name) => expected[name].ansible);
    const together = given.filter((name) => expected[name].path);
    for (const name of given.filter((each) => expected[each].skipped))
      console.log(`skipped: ${name}: ${expected[name].skipped}`);
    const said = await playRefused(inventory, together);
    for (const name of alone) Object.assign(said, await playRefused(inventory, [name]));
    return compare([...together, ...alone], (name) => {
      const words = expected[name].path ?? expected[name].ansible;
      return said[name].includes(words)
        ? undefined
        : `${name}: expected "${words}", the role said:\n${said[name]}`;
    });
  });
}

/** The CLI and the role judge with code of their own: here what nobody thought of, and what somebody might try. */
async function judgedAlike(script, count) {
  const sets = await npmTool(
    'tsx',
    ['--conditions=@nodeport-haproxy/source', `scripts/test/${script}`, String(count)],
    { inherit: false },
  );
  const { stdout } = await pythonTool('python', ['scripts/test/judges.py'], {
    inherit: false,
    input: sets.stdout,
  });
  console.log(stdout.trim());
}

async function expectations(names) {
  const script =
    'import json, sys, yaml; print(json.dumps({n: yaml.safe_load(open(f"examples/{n}/refused.yaml"))["role"] for n in sys.argv[1:]}))';
  return (await pythonTool('python', ['-c', script, ...names], { inherit: false })).stdout;
}

/** Deploys the cases to hosts that are not there, and returns what was said of each. */
async function playRefused(folderOfAll, names) {
  const inventory = join(folderOfAll, String(readdirSync(folderOfAll).length));
  mkdirSync(join(inventory, 'host_vars'), { recursive: true });
  const hosts = names.map((name) => name.replaceAll('/', '-'));
  writeFileSync(
    join(inventory, 'hosts.ini'),
    `[haproxy_servers]\n${hosts.join('\n')}\n[haproxy_servers:vars]\nansible_host=127.0.0.1\nansible_port=1\n`,
  );
  for (const [index, name] of names.entries()) {
    cpSync(join(folder, name, 'vars.yaml'), join(inventory, 'host_vars', `${hosts[index]}.yaml`));
  }
  const { stdout, stderr } = await pythonTool(
    'ansible-playbook',
    ['-i', join(inventory, 'hosts.ini'), 'ansible/playbooks/deploy-haproxy.yaml'],
    { inherit: false, accept: (code) => code !== 0 },
  );
  const lines = `${stdout}\n${stderr}`;
  if (names.length === 1) return { [names[0]]: lines };
  return Object.fromEntries(
    names.map((name, index) => [
      name,
      lines
        .split(/\n(?=fatal: )/)
        .filter((part) => part.startsWith(`fatal: [${hosts[index]}]`))
        .join('\n'),
    ]),
  );
}

function compare(names, judge) {
  const problems = names.map(judge).filter((problem) => problem !== undefined);
  for (const problem of problems) console.error(problem);
  return { passed: names.length - problems.length, failed: problems.length };
}
